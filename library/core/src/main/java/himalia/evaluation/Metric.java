package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Nearest;
import himalia.model.Predictions;
import himalia.model.Scorer;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * A way to judge a model in one number, by its name.
 *
 * <pre>{@code
 * Metric.named("roc_auc").of(report)
 * Metric.named("neg_log_loss")          // scikit-learn's scoring names are known, too
 * Metric.names()
 * PermutationImportance.of(model, test, "churned", Metric.named("f1(no)"), 5, 42)
 * Metric.of("hits", true, report -> report.rows() * report.metrics().get("accuracy"))
 * }</pre>
 */
public final class Metric implements Scorer {
    private static final Map<String, Metric> KNOWN = known();

    /** Of fewer letters any other short name is near. */
    private static final int LEAST_LETTERS = 3;

    private static final Pattern OF_CLASS = Pattern.compile("(\\w+)\\((.+)\\)");

    private final String name;
    private final boolean isGreaterBetter;
    private final double least;
    private final double most;
    private final Optional<Target.Kind> kind;
    private final ToDoubleFunction<Evaluation> value;

    private Metric(
            String name,
            boolean isGreaterBetter,
            double least,
            double most,
            Optional<Target.Kind> kind,
            ToDoubleFunction<Evaluation> value) {
        this.name = name;
        this.isGreaterBetter = isGreaterBetter;
        this.least = least;
        this.most = most;
        this.kind = kind;
        this.value = value;
    }

    private static Map<String, Metric> known() {
        var known = new TreeMap<String, Metric>();
        for (var metric : ClassMetrics.all()) {
            known.put(metric.name, metric.judging(Target.Kind.CLASSES));
        }
        for (var metric : NumberMetrics.all()) {
            known.put(metric.name, metric.judging(Target.Kind.NUMBERS));
        }
        RankingMetrics.all().forEach(metric -> known.put(metric.name, metric));
        return known;
    }

    /**
     * Makes a metric.
     *
     * @param isGreaterBetter false for an error, of which less is better
     * @param value of a {@link Report} or a {@link RegressionReport}
     */
    public static Metric of(
            String name, boolean isGreaterBetter, ToDoubleFunction<Evaluation> value) {
        return new Metric(
                given(name, "name"),
                isGreaterBetter,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Optional.empty(),
                given(value, "value"));
    }

    /** Returns the same metric, of which it is known how far it reaches. */
    Metric within(double least, double most) {
        return new Metric(name, isGreaterBetter, least, most, kind, value);
    }

    /** Returns the same metric, of which it is known what it judges. */
    Metric judging(Target.Kind judged) {
        return new Metric(name, isGreaterBetter, least, most, Optional.of(judged), value);
    }

    /**
     * Returns a metric that is known by its name, such as {@code f1}, {@code f1_macro}, {@code rmse}, {@code neg_log_loss}; {@code
     * f1(no)} is that of class no, whichever is the positive one; {@code ndcg@10} is that of the first ten rows of each query.
     *
     * @throws IllegalArgumentException if there is none of that name, naming those there are
     */
    public static Metric named(String name) {
        var metric = KNOWN.get(given(name, "name"));
        var ofClass = OF_CLASS.matcher(name);
        if (metric == null && ofClass.matches() && KNOWN.containsKey(ofClass.group(1))) {
            return named(ofClass.group(1)).positive(ofClass.group(2));
        }
        if (metric == null) {
            metric = RankingMetrics.ofFirst(name).orElse(null);
        }
        if (metric == null) {
            throw new IllegalArgumentException(
                    "no metric '%s'; %s: %s"
                            .formatted(
                                    name,
                                    Optional.of(name)
                                            .filter(each -> each.length() >= LEAST_LETTERS)
                                            .flatMap(each -> Nearest.to(each, names()))
                                            .map(near -> "did you mean '" + near + "'? There are")
                                            .orElse("there are"),
                                    String.join(", ", names())));
        }
        return metric;
    }

    /**
     * Returns the same metric with that class as the positive one, against all others; its name tells it.
     *
     * <pre>{@code
     * Metric.named("f1").positive("no").name()     // f1(no), which named(…) knows, too
     * }</pre>
     *
     * @param className {@link #of} refuses one that there is not
     * @throws IllegalArgumentException if the metric is one of numbers, such as {@code rmse}
     */
    public Metric positive(String className) {
        given(className, "className");
        if (kind.isPresent() && kind.get() != Target.Kind.CLASSES) {
            throw new IllegalArgumentException(
                    "%s judges %s, and '%s' is a class; ask %s, or f1(%s)"
                            .formatted(name, judged(kind.get()), className, name, className));
        }
        return new Metric(
                name + "(" + className + ")",
                isGreaterBetter,
                least,
                most,
                kind,
                evaluation ->
                        value.applyAsDouble(
                                evaluation instanceof Report report
                                        ? report.positive(className)
                                        : evaluation));
    }

    /**
     * Refuses a trainer whose models this does not judge, before one is trained.
     *
     * <pre>{@code
     * Metric.named("rmse").checkFits(new LogisticRegression(1.0))   // rmse judges numbers, and …
     * }</pre>
     *
     * @throws IllegalArgumentException naming the metrics that do, if this is known to judge numbers and that to tell classes apart, or the other way
     */
    public void checkFits(Trainer trainer) {
        checkFits(trainer, names());
    }

    /**
     * Refuses likewise.
     *
     * @param known the names of metrics that may be taken in its place
     */
    void checkFits(Trainer trainer, List<String> known) {
        var predicted = given(trainer, "trainer").predicts();
        if (kind.isEmpty() || predicted.isEmpty() || kind.equals(predicted)) {
            return;
        }
        throw new IllegalArgumentException(
                "%s judges %s, and %s %s; take one of %s"
                        .formatted(
                                name,
                                judged(kind.get()),
                                trainer.name(),
                                switch (predicted.get()) {
                                    case CLASSES -> "tells classes apart";
                                    case NUMBERS -> "predicts numbers";
                                    case RANKS -> "ranks the rows of a query";
                                },
                                known.stream()
                                        .filter(each -> named(each).kind.equals(predicted))
                                        .collect(Collectors.joining(", "))));
    }

    private static String judged(Target.Kind kind) {
        return switch (kind) {
            case CLASSES -> "classes";
            case NUMBERS -> "numbers";
            case RANKS -> "rankings";
        };
    }

    /** Returns the names that are known. */
    public static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /** Returns the metric's name. */
    public String name() {
        return name;
    }

    /** Returns whether more of it is better. */
    public boolean isGreaterBetter() {
        return isGreaterBetter;
    }

    /** Returns what it judges, where that is known: of one's own it is not. */
    public Optional<Target.Kind> judges() {
        return kind;
    }

    /** Returns the least that it can be, such as 0; an infinity where there is none, or it is not known. */
    public double least() {
        return least;
    }

    /** Returns the most that it can be, such as 1; an infinity where there is none, or it is not known. */
    public double most() {
        return most;
    }

    /**
     * Returns the number.
     *
     * @throws IllegalArgumentException if the metric is of classes and numbers were predicted, or the other way
     */
    public double of(Evaluation evaluation) {
        return value.applyAsDouble(given(evaluation, "evaluation"));
    }

    /** Returns the number of predictions; an error below 0, so that more is better. */
    @Override
    public double score(Predictions predictions, Table table, String label) {
        double number = of(Evaluation.of(predictions, table, label));
        return isGreaterBetter ? number : -number;
    }

    @Override
    public String toString() {
        return name;
    }
}
