package io.bootledger.traces.stream;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.node.MissingNode;

/** What is wrong with a line that cannot be read, in a sentence for people. */
final class EventFault {
    private static final int SHOWN = 60;

    static String of(JacksonException fault, String line) {
        JsonNode tree;
        try {
            tree = EventJson.MAPPER.readTree(line);
        } catch (StreamConstraintsException e) {
            return "it is nested deeper, or holds a longer number or name, than any that Bootledger writes";
        } catch (JacksonException e) {
            return "it is not JSON, from its character " + e.getLocation().getColumnNr() + " on";
        }
        List<String> path = path(fault);
        return path.isEmpty() || !tree.isObject() ? "it is no JSON object of an event" : at(path, tree);
    }

    /** Where in the line the fault lies, from outside to inside. */
    private static List<String> path(JacksonException fault) {
        List<String> path = fault.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.toList());
        if (fault instanceof InvalidTypeIdException) {
            path.add("type");
        }
        if (fault instanceof InvalidNullException absent && absent.getPropertyName() != null) {
            String name = absent.getPropertyName().getSimpleName();
            if (path.isEmpty() || !path.get(path.size() - 1).equals(name)) {
                path.add(name);
            }
        }
        return path;
    }

    private static String at(List<String> path, JsonNode tree) {
        JsonNode there = tree;
        for (String name : path) {
            there = there.path(name);
        }
        String field = String.join(".", path);
        if (there instanceof MissingNode || there.isNull()) {
            return "it lacks " + field;
        }
        String value = there.toString();
        return "its " + field + " cannot be " + (value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...");
    }

    private EventFault() {}
}
