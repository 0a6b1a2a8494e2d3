package himalia.evaluation.validation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Interrupts;
import himalia.evaluation.Metric;
import himalia.evaluation.folds.Splitter;
import himalia.model.Model;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Chooses among trainers by cross-validation, and trains the best one on all rows; its settings tell which it was.
 *
 * <pre>{@code
 * var selector = new ModelSelector(List.of(new LogisticRegression(1.0), new LogisticRegression(0.01)), new StratifiedKFold(5, 42), "roc_auc");
 * selector.fit(train, "churned").trainer()                                              // which was chosen
 * CrossValidation.of(selector, train, "churned", new StratifiedKFold(5, 7)).scores("roc_auc")   // nested
 * }</pre>
 *
 * <p>The score by which one was chosen is too good, since it is the best of several. What the chosen one is worth tells a cross-validation of the whole choice: no row that it
 * judges by had a part in it.
 *
 * @param candidates of which the first wins where several are as good
 * @param splitter cuts the rows to learn from
 * @param metric the name of what is compared; one that is undefined in a fold of some candidate is refused
 */
public record ModelSelector(List<Trainer> candidates, Splitter splitter, String metric)
        implements NestedTrainer {
    public ModelSelector {
        candidates = List.copyOf(given(candidates, "candidates"));
        given(splitter, "splitter");
        candidates.forEach(Metric.named(metric)::checkFits);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("there are no candidates to choose among");
        }
        NestedTrainer.rankedWithin(candidates);
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return NestedTrainer.predictedBy(candidates);
    }

    @Override
    public Optional<String> ranksWithin() {
        return NestedTrainer.rankedWithin(candidates);
    }

    @Override
    public Model fit(Table table, String label) {
        var best = best(scores(table, label));
        try {
            return best.fit(CrossValidation.features(best, table, label, splitter), label);
        } catch (CancellationException e) {
            throw Interrupts.threw(e) ? chosen(best, e) : e;
        }
    }

    private CancellationException chosen(Trainer best, CancellationException cause) {
        var whole =
                new CancellationException(
                        "%s was chosen among %s, and its training on all rows was interrupted; nothing of that is kept, train it alone"
                                .formatted(best, Amount.of(candidates.size(), "trainer")));
        whole.initCause(cause);
        return whole;
    }

    @Override
    public List<String> columns() {
        return NestedTrainer.columnsOf(splitter, candidates);
    }

    /**
     * Returns how each candidate does, in their order.
     *
     * @throws CancellationException if it is interrupted; nothing is kept
     */
    public List<CrossValidationScores> scores(Table table, String label) {
        var scores = new ArrayList<CrossValidationScores>();
        for (var candidate : candidates) {
            try {
                var cv = CrossValidation.of(candidate, table, label, splitter);
                cv.checkDefined(Metric.named(metric));
                scores.add(cv.scores(metric));
            } catch (CancellationException e) {
                throw Interrupts.threw(e) ? interrupted(scores.size(), e) : e;
            }
        }
        return scores;
    }

    private CancellationException interrupted(int done, CancellationException cause) {
        var whole =
                new CancellationException(
                        "cross-validation of %s was interrupted after %d of them; nothing of it is kept, run it again, or keep each of them as a CrossValidation in a variable"
                                .formatted(Amount.of(candidates.size(), "trainer"), done));
        whole.initCause(cause);
        return whole;
    }

    private Trainer best(List<CrossValidationScores> scores) {
        scores.forEach(each -> each.comparable(metric));
        int sign = Metric.named(metric).isGreaterBetter() ? 1 : -1;
        int best =
                IntStream.range(0, scores.size())
                        .reduce(
                                0,
                                (one, other) ->
                                        sign * scores.get(other).mean(metric)
                                                        > sign * scores.get(one).mean(metric)
                                                ? other
                                                : one);
        return candidates.get(best);
    }
}
