package himalia.magics.sampling;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.evaluation.costs.SamplingEffect;
import himalia.magics.spi.Notebook;
import himalia.model.Labels;
import himalia.sampling.NotTraced;
import himalia.sampling.Resampling;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import java.util.Optional;
import java.util.ServiceLoader;
import tech.tablesaw.api.Table;

/**
 * What {@code %sample} shows of a sampler: counts, the rows as a picture, and what it does to probabilities.
 */
record ShownSampling(
        Notebook notebook,
        SamplingMethod method,
        Strategy strategy,
        Table table,
        String label,
        long seed) {
    /** Samples the table; shows the counts, and the rest where it is wanted. */
    Table show(boolean countsOnly) {
        var sampler = method.sampler(strategy, seed);
        var traced = traced(sampler);
        var sampled = traced.map(Resampling::table).orElseGet(() -> sampler.resample(table, label));
        notebook.display(
                MimeBundle.plain(
                        "%s: %s → %s"
                                        .formatted(
                                                label,
                                                Labels.words(table, table, label),
                                                Labels.words(sampled, table, label))
                                + traced.map(Resampling::shortfall)
                                        .filter(words -> !words.isEmpty())
                                        .map(words -> "\n" + words)
                                        .orElse("")));
        if (!countsOnly) {
            traced.ifPresent(done -> notebook.display(Display.renderers().render(done)));
            ServiceLoader.load(SamplingJudge.class, ClassLoader.getSystemClassLoader())
                    .findFirst()
                    .ifPresent(judge -> notebook.display(effect(judge, sampler)));
        }
        return sampled;
    }

    /** A sampler of another jar need not tell where its rows come from. */
    private Optional<Resampling> traced(Sampler sampler) {
        try {
            return Optional.of(sampler.trace(table, label));
        } catch (NotTraced e) {
            return Optional.empty();
        }
    }

    /** Of a part of the table fewer rows are asked for. */
    private Table sampledPart(Table rows, String name) {
        return method.sampler(strategy.scaled(table, rows, name), seed).resample(rows, name);
    }

    /** What cannot be judged costs a line, and never the table. */
    private MimeBundle effect(SamplingJudge judge, Sampler sampler) {
        try {
            return Display.renderers()
                    .render(
                            SamplingEffect.of(
                                    judge.plain(),
                                    judge.weighted(),
                                    this::sampledPart,
                                    sampler.changesSharesOnly()
                                            ? SamplingEffect.Change.SHARES
                                            : SamplingEffect.Change.ROWS,
                                    table,
                                    label,
                                    seed));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return MimeBundle.plain(
                    "no model asked: " + Visible.line(String.valueOf(e.getMessage())));
        }
    }
}
