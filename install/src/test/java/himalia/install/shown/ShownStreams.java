package himalia.install.shown;

import himalia.objectives.CombinedComparison;
import himalia.objectives.ScoredItems;
import himalia.online.Ddm;
import himalia.online.Prequential;
import himalia.online.Promotion;
import himalia.online.Retraining;
import himalia.online.StreamEvent;
import himalia.online.StreamRun;
import himalia.training.GaussianNB;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Models on a stream, and items that several models rank, to be shown.
 *
 * @param text names a column, values and objectives
 */
record ShownStreams(String text) {
    private StreamRun run() {
        var x = DoubleColumn.create("x");
        var label = StringColumn.create(text);
        for (int i = 0; i < 400; i++) {
            x.append(i % 20);
            label.append((i % 20 < 10) == (i < 200) ? text : "b");
        }
        var retraining = Retraining.stateless(new Ddm(), 60).after(new Promotion(20, 0.05));
        var run =
                Prequential.of(new GaussianNB())
                        .with(retraining)
                        .evaluate(Table.create(text, x, label), text);
        return new StreamRun(
                run.metric(),
                run.offline(),
                run.overall(),
                run.scores(),
                List.of(
                        new StreamEvent(120, StreamEvent.Kind.ALARM, text),
                        new StreamEvent(140, StreamEvent.Kind.PROMOTION, text)),
                run.model());
    }

    private ScoredItems items(int objectives) {
        var scores = new LinkedHashMap<String, double[]>();
        for (int k = 0; k < objectives; k++) {
            scores.put(text + k, new double[] {k, 1.5, -k});
        }
        var items = Table.create(text, StringColumn.create(text, text, "b", ""));
        return ScoredItems.of(items, scores);
    }

    /** Returns all of them by what they are. */
    Map<String, Object> all() {
        double[] worth = {1};
        return Map.of(
                "run on a stream",
                run(),
                "ranked items",
                items(2),
                "ranked items of three objectives",
                items(3),
                "combined objectives",
                new CombinedComparison(
                        List.of(text, "b"),
                        new double[][] {{1, 0.5}},
                        10,
                        worth,
                        worth,
                        worth,
                        worth));
    }
}
