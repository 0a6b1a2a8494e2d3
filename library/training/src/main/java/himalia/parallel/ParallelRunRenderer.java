package himalia.parallel;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.chart.Chart;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Shows how long each worker computed, waited and sent, the workers that were lost, and the timeline.
 *
 * <pre>{@code
 * display(new DataParallel(network, 2).run(train, "churned"));
 * }</pre>
 */
public final class ParallelRunRenderer implements Renderer<ParallelRun> {
    @Override
    public Class<ParallelRun> type() {
        return ParallelRun.class;
    }

    @Override
    public MimeBundle render(ParallelRun run) {
        var lines = lines(run).stream().map(Visible::line).toList();
        if (run.timeline().workers().isEmpty()) {
            return MimeBundle.plain(String.join("\n", lines)).html(paragraphs(lines));
        }
        var grid =
                Grid.of(new SharesGrid(run.timeline().workers()))
                        .with(GridOptions.DEFAULT.precision(1));
        return MimeBundle.plain(String.join("\n", lines) + "\n\n" + grid.text())
                .html(
                        paragraphs(lines)
                                + grid.html()
                                + image(run.timeline().chart())
                                + (run.timeline().workers().size() > 1
                                                && run.timeline().isWaitingKnown()
                                        ? image(run.timeline().amdahlChart())
                                        : ""));
    }

    private static String paragraphs(List<String> lines) {
        var html = new StringBuilder();
        lines.forEach(line -> html.append("<p>").append(Escape.html(line)).append("</p>"));
        return Escape.verbatim(html.toString());
    }

    /** An image is shown in notebooks that a front end does not trust, too. */
    private static String image(Chart chart) {
        var bytes = chart.svg().getBytes(StandardCharsets.UTF_8);
        return "<img alt=\"%s\" src=\"data:image/svg+xml;base64,%s\"/>"
                .formatted(
                        Escape.html(chart.figure().title()),
                        Base64.getEncoder().encodeToString(bytes));
    }

    private static List<String> lines(ParallelRun run) {
        var timeline = run.timeline();
        var lines = new ArrayList<String>();
        lines.add(run.title());
        if (timeline.workers().isEmpty()) {
            lines.add("the checkpoint was of a training that is done; no process was started");
            return lines;
        }
        lines.add(
                timeline.isWaitingKnown()
                        ? "waiting %.0f %% of the time, %.2f times as fast as one after the other"
                                .formatted(100 * timeline.bubbleShare(), timeline.speedUp())
                        : "XGBoost does not tell how long its workers wait for each other; it is in"
                                + " what they compute");
        if (run.stalest() > 0) {
            lines.add("the stalest gradient was %d updates late".formatted(run.stalest()));
        }
        lines.addAll(run.losses());
        return lines;
    }
}
