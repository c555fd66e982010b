package io.bootledger.cli.output;

import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.ExplainedAnswer;
import io.bootledger.reports.ExplainedCall;
import io.bootledger.reports.json.ExplanationJson;
import io.bootledger.reports.text.many.AnswerReport;
import io.bootledger.reports.text.many.ExplanationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes explanations as text, or as JSON to a file or standard output. */
public interface ExplanationOutput {
    void write(String source, List<ExplainedCall> calls, List<ExplainedAnswer> answers);

    /** @param json name of the file, {@code -} for standard output; null for text */
    static ExplanationOutput of(@Nullable String json, Surroundings here) {
        OutputStream out = new StandardOutput(here.out());
        if (json == null) {
            return (source, calls, answers) -> Writing.to("standard output", () -> text(calls, answers, here, out));
        }
        return StandardInput.SIGN.equals(json)
                ? (source, calls, answers) -> Writing.to("standard output", () -> json(source, calls, answers, out))
                : (source, calls, answers) -> Writing.to(json, () -> file(source, calls, answers, Path.of(json)));
    }

    private static void text(
            List<ExplainedCall> calls, List<ExplainedAnswer> answers, Surroundings here, OutputStream out)
            throws IOException {
        String text = Stream.concat(
                        calls.stream().map(call -> ExplanationReport.of(call, here.layout())),
                        answers.stream().map(answer -> AnswerReport.of(answer, here.layout())))
                .collect(Collectors.joining("\n"));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void json(String source, List<ExplainedCall> calls, List<ExplainedAnswer> answers, OutputStream out)
            throws IOException {
        ExplanationJson.write(out, source, calls, answers);
        out.flush();
    }

    private static void file(String source, List<ExplainedCall> calls, List<ExplainedAnswer> answers, Path path)
            throws IOException {
        try (WholeFile file = WholeFile.at(path)) {
            ExplanationJson.write(file, source, calls, answers);
            file.finish();
        }
    }
}
