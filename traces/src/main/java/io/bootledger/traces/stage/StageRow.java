package io.bootledger.traces.stage;

import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.event.machine.StageReported.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines by which a stage is told.
 *
 * @param stage as people call it
 * @param shapes what the lines look like, each a {@link LineShape}
 * @param samples real lines, at least one
 */
record StageRow(String stage, Kind kind, List<LineShape> shapes, List<String> samples) {
    static StageRow loader(String stage, String... shapes) {
        return row(stage, Kind.LOADER, shapes);
    }

    static StageRow row(String stage, Kind kind, String... shapes) {
        return new StageRow(stage, kind, Stream.of(shapes).map(LineShape::new).toList(), List.of());
    }

    StageRow samples(String... lines) {
        return new StageRow(stage, kind, shapes, List.of(lines));
    }

    StageReported reported(byte[] bytes, int from, int to) {
        return new StageReported(stage, kind, LogText.copyOf(bytes, from, to), null, null);
    }

    boolean fits(byte[] bytes, int from, int to) {
        for (LineShape shape : shapes) {
            if (shape.fits(bytes, from, to)) {
                return true;
            }
        }
        return false;
    }
}
