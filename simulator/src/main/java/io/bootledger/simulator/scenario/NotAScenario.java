package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Nanos;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Why a text is no scenario, in words for people: those of the reader are for programmers. */
final class NotAScenario {
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property (\"[^\"]*\")");
    private static final Pattern NO_TOKEN = Pattern.compile("(?:Non-standard|Unrecognized) token '([^']*)'");
    private static final Pattern OF_PROGRAMS = Pattern.compile("[a-z][A-Z]|`|\\[Source|_[A-Z]");

    static String reason(JacksonException wrong) {
        if (wrong instanceof MismatchedInputException other && other.getTargetType() != null) {
            return "expected " + form(other.getTargetType());
        }
        if (wrong instanceof InputCoercionException tooLarge) {
            return "expected a whole number that fits " + (isLong(tooLarge.getTargetType()) ? "64" : "32") + " bits";
        }
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return wrong instanceof DatabindException ? "cannot be used" : ofTheText(wrong);
    }

    private static String ofTheText(JacksonException wrong) {
        String said = Objects.requireNonNullElse(wrong.getOriginalMessage(), "");
        if (wrong instanceof UnexpectedEndOfInputException || said.startsWith("Unexpected end-of-input")) {
            return "it ends here, in the middle of the scenario: was it copied completely?";
        }
        if (wrong instanceof StreamConstraintsException) {
            return said.contains("nesting")
                    ? "objects and lists are nested too deeply"
                    : "a name, text or number is too long";
        }
        Matcher twice = TWICE.matcher(said);
        if (twice.find()) {
            return twice.group(1) + " is there twice";
        }
        Matcher noToken = NO_TOKEN.matcher(said);
        if (noToken.find()) {
            return "no value of JSON: " + noToken.group(1);
        }
        return OF_PROGRAMS.matcher(said).find() ? "this is not JSON" : said;
    }

    private static boolean isLong(Class<?> type) {
        return type == long.class || type == Long.class;
    }

    /** How a value of that type is written. */
    private static String form(Class<?> type) {
        if (type == Nanos.class) {
            return "a duration, as \"250us\", \"1.5ms\" or \"2s\"";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list, [...]" : "an object, {...}";
    }

    private NotAScenario() {}
}
