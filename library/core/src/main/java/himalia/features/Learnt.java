package himalia.features;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Listed;
import himalia.display.bundle.Visible;
import himalia.model.ChangedSettings;
import himalia.model.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a fitted step has learnt of a column, or what it makes, in a few words: a record of it may be as long as a book.
 *
 * @param of the column, or what comes
 * @param text what is known of it
 */
record Learnt(String of, String text) {
    private static final int MOST_NAMES = 12;
    private static final int FEW = 4;
    private static final int LONGEST = 300;

    /** Returns a step in a line. */
    static String line(FittedStep fitted) {
        var reads = fitted.reads().stream().map(Feature::name).toList();
        return Visible.line(
                "%s, fitted on %s"
                        .formatted(
                                named(fitted),
                                reads.isEmpty() ? "no column" : listed(reads, MOST_NAMES)));
    }

    /** A step of steps shows what each of them has learnt below, and needs its name alone. */
    private static String named(FittedStep fitted) {
        var step = fitted.step();
        if (fitted instanceof FittedSteps || fitted instanceof FittedUnion) {
            return step.name();
        }
        var chosen =
                ChangedSettings.of(step).entrySet().stream()
                        .filter(each -> !each.getKey().equals("columns"))
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "));
        var all =
                step instanceof Record
                        ? step.name() + (chosen.isEmpty() ? "" : " (" + chosen + ")")
                        : String.valueOf(step);
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
    }

    /** Returns all that is known, a line for each column. */
    static List<Learnt> of(FittedStep fitted) {
        if (fitted instanceof RenamedStep renamed) {
            return of(renamed.fitted());
        }
        if (fitted instanceof FittedRfeCv best) {
            return of(best.selection());
        }
        if (fitted instanceof FittedSteps steps) {
            var idle =
                    steps.idle().stream()
                            .map(kind -> new Learnt("kind " + kind, "no column, so no step"));
            return Stream.concat(ofAll(steps.steps()), idle).toList();
        }
        if (fitted instanceof FittedUnion union) {
            return ofAll(union.steps()).toList();
        }
        if (fitted instanceof FittedSelection selection) {
            return selection.reads().stream()
                    .map(
                            read ->
                                    new Learnt(
                                            read.name(),
                                            selection.kept().contains(read.name())
                                                    ? "kept"
                                                    : "left out"))
                    .toList();
        }
        if (fitted instanceof FittedPca pca) {
            return IntStream.range(0, pca.names().size())
                    .mapToObj(
                            k ->
                                    new Learnt(
                                            pca.names().get(k),
                                            String.format(
                                                    Locale.ROOT,
                                                    "%.1f %% of the variance",
                                                    100 * pca.explainedVarianceRatio()[k])))
                    .toList();
        }
        return ofColumns(fitted);
    }

    /** Of a step within a step, the one is named that has learnt something. */
    private static Stream<Learnt> ofAll(List<FittedStep> steps) {
        return steps.stream()
                .flatMap(
                        each ->
                                each.step() instanceof ColumnTransformer
                                                || each.step() instanceof FeatureUnion
                                        ? of(each).stream()
                                        : of(each).stream()
                                                .map(learnt -> learnt.by(each.step().name())));
    }

    private Learnt by(String step) {
        return new Learnt(of, step + ": " + text);
    }

    private static List<Learnt> ofColumns(FittedStep fitted) {
        var all = new ArrayList<Learnt>();
        for (int j = 0; j < fitted.reads().size(); j++) {
            all.add(new Learnt(fitted.reads().get(j).name(), text(fitted, j)));
        }
        if (fitted instanceof FittedIterativeImputer imputer) {
            all.add(
                    new Learnt(
                            "rounds",
                            imputer.converged()
                                    ? Integer.toString(imputer.rounds())
                                    : "%d, and cells still change; raise maxIter or tol"
                                            .formatted(imputer.rounds())));
        }
        return all;
    }

    private static String text(FittedStep fitted, int column) {
        if (fitted instanceof FittedRules rules) {
            return text(rules.rules().get(column), fitted.step());
        }
        if (fitted instanceof StandardScaler.FittedScaler scaler) {
            return "mean %s, deviation %s"
                    .formatted(
                            number(scaler.standardiser().means()[column]),
                            number(scaler.standardiser().deviations()[column]));
        }
        if (fitted instanceof FittedImputer imputer) {
            var name = fitted.reads().get(column).name();
            var filled = imputer.numbers().get(name);
            boolean isTruth = fitted.reads().get(column).type() == Feature.Type.BOOLEAN;
            return "filled with "
                    + (filled == null
                            ? "'" + imputer.texts().getOrDefault(name, "") + "'"
                            : isTruth ? String.valueOf(filled == 1) : number(filled));
        }
        if (fitted instanceof FittedIterativeImputer imputer) {
            return "filled by a line from the others, at first with "
                    + number(imputer.means()[column]);
        }
        if (fitted instanceof FittedVectorizer texts) {
            return texts.terms().isEmpty()
                    ? Amount.of(texts.names().size(), "column")
                    : "%s: %s"
                            .formatted(
                                    Amount.of(texts.terms().size(), "term"),
                                    listed(texts.terms(), MOST_NAMES));
        }
        if (fitted instanceof FittedKnnImputer imputer) {
            return "filled from the %d nearest of %s"
                    .formatted(
                            imputer.step().neighbours(),
                            Amount.of(imputer.donors()[0].length, "row"));
        }
        if (fitted instanceof Normalizer.FittedNormalizer rows) {
            return "divided by the %s length of its row".formatted(rows.step().norm());
        }
        if (fitted instanceof HashingEncoder.FittedHashing hashes) {
            return "hashed into " + makes(hashes.names());
        }
        if (fitted instanceof FittedProducts products) {
            return makes(products.names());
        }
        return fitted instanceof FeatureCrosses.FittedCross cross
                ? "crossed: " + cross.made()
                : fitted.reads().get(column).type().name().toLowerCase(Locale.ROOT);
    }

    private static String text(ColumnRule rule, Step step) {
        if (rule instanceof OneHotRule oneHot) {
            return makes(oneHot.names());
        }
        if (rule instanceof LevelNumbers levels) {
            return text(levels);
        }
        if (rule instanceof BinRule bins) {
            var inner = Arrays.copyOfRange(bins.edges(), 1, bins.edges().length - 1);
            var asked = step instanceof KBinsDiscretizer of ? of.bins() : inner.length + 1;
            return "%s%s%s"
                    .formatted(
                            Amount.of(inner.length + 1, "range"),
                            inner.length + 1 < asked
                                    ? " of %d, the others held nothing".formatted(asked)
                                    : "",
                            inner.length == 0 ? "" : ", cut at " + numbers(inner));
        }
        if (rule instanceof Scaling scaling) {
            return "less %s, over %s%s"
                    .formatted(
                            number(scaling.center()),
                            number(scaling.scale()),
                            scaling.offset() == 0 ? "" : ", plus " + number(scaling.offset()));
        }
        if (rule instanceof PowerRule power) {
            return "power " + number(power.power());
        }
        if (rule instanceof QuantileRule quantiles) {
            return "%s to %s"
                    .formatted(
                            number(quantiles.points()[0]),
                            number(quantiles.points()[quantiles.points().length - 1]));
        }
        if (rule instanceof PositionalEncoder.Waves waves) {
            return makes(waves.names());
        }
        if (rule instanceof CyclicEncoder.Circle circle) {
            return "comes round after %s, %s"
                    .formatted(
                            number(circle.period()),
                            makes(List.of(circle.sine(), circle.cosine())));
        }
        if (rule instanceof MissingIndicator.Indicator indicator) {
            return "marked by " + indicator.name();
        }
        if (step instanceof FunctionTransformer function) {
            return "by " + function.title();
        }
        return rule instanceof SplineRule spline
                ? makes(spline.names())
                : rule instanceof DatePartsRule parts ? makes(parts.names()) : "";
    }

    private static String text(LevelNumbers levels) {
        var values = new ArrayList<>(levels.levels().values());
        if (levels.levels().hasMissing()) {
            values.add("(missing)");
        }
        var some = new ArrayList<String>();
        for (int place = 0; place < Math.min(FEW, values.size()); place++) {
            int level = place;
            var numbers = Arrays.stream(levels.numbers()).limit(FEW).map(of -> number(of[level]));
            some.add(values.get(place) + " " + numbers.collect(Collectors.joining(" / ")));
        }
        int more = values.size() - some.size();
        return "%s%s: %s%s"
                .formatted(
                        Amount.of(levels.levels().count(), "level"),
                        levels.names().size() == 1 ? "" : " for " + listed(levels.names(), FEW),
                        String.join(", ", some),
                        more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String makes(List<String> names) {
        return Amount.of(names.size(), "column") + ": " + listed(names, FEW);
    }

    private static String listed(List<String> names, int most) {
        return Listed.of(names, most);
    }

    private static String numbers(double[] values) {
        return listed(Arrays.stream(values).mapToObj(Learnt::number).toList(), FEW);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
    }
}
