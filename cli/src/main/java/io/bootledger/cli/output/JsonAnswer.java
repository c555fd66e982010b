package io.bootledger.cli.output;

import io.bootledger.reports.json.JsonFieldWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer as JSON: {@code rows} of objects, a line each. A second column of the same name gets a number behind it. */
public final class JsonAnswer implements AnswerForm {
    private static final int INDENTED = 2;

    private final OutputStream out;
    private final JsonFieldWriter fields;
    private List<String> names = List.of();

    public JsonAnswer(OutputStream out) {
        this.out = out;
        this.fields = JsonFieldWriter.to(out, INDENTED);
        fields.begin();
        fields.beginArray("rows");
    }

    @Override
    public void columns(List<String> columns) {
        Set<String> different = new LinkedHashSet<>();
        for (String column : columns) {
            String name = column;
            for (int i = 2; !different.add(name); i++) {
                name = column + "_" + i;
            }
        }
        names = List.copyOf(different);
    }

    @Override
    public boolean row(List<@Nullable Object> values) throws IOException {
        JsonFieldWriter.writing(() -> fields.row(() -> {
            for (int i = 0; i < names.size(); i++) {
                fields.value(names.get(i), values.get(i));
            }
        }));
        return true;
    }

    @Override
    public void end() throws IOException {
        JsonFieldWriter.writing(fields::end);
        out.flush();
    }
}
