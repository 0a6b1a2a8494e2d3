package himalia.experiments;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows a run in three lines: its number and name, its metrics, its settings. */
public final class RunRenderer implements Renderer<Run> {
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
        return MimeBundle.plain(
                "run #%d '%s' recorded%s%s"
                        .formatted(
                                run.id(),
                                run.name(),
                                metrics.isEmpty() ? "" : "\n" + metrics,
                                params.isEmpty() ? "" : "\n" + params));
    }
}
