package himalia.experiments;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Shows a run in three lines: its number and name, its metrics, its settings.
 *
 * <pre>{@code
 * display(log.run("xgb").param("depth", 6).metric("recall", 0.87).record());
 * }</pre>
 */
public final class RunRenderer implements Renderer<Run> {
    private static final int MOST_LETTERS = 2000;

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public MimeBundle render(Run run) {
        var metrics =
                run.metrics().entrySet().stream()
                        .map(
                                m ->
                                        m.getKey()
                                                + " "
                                                + String.format(Locale.ROOT, "%.4f", m.getValue()))
                        .collect(Collectors.joining(", "));
        var params =
                run.params().entrySet().stream()
                        .map(p -> p.getKey() + "=" + p.getValue())
                        .collect(Collectors.joining(", "));
        var text =
                new StringBuilder(
                        "run #%d '%s' recorded".formatted(run.id(), Visible.line(run.name())));
        for (var line : List.of(metrics, params)) {
            if (!line.isEmpty()) {
                text.append('\n').append(Visible.line(cut(line)));
            }
        }
        return MimeBundle.plain(text.toString());
    }

    private static String cut(String line) {
        return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
    }
}
