package himalia.search;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.display.bundle.Visible;
import himalia.display.chart.Chart;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.model.Model;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Learners that learn side by side, generation by generation; see {@link PopulationBasedTraining}.
 *
 * <pre>{@code
 * population.run(10)
 * population.best().settings()
 * population.lineage()            // how the best came to be: the schedule of its settings
 * population.table()              // who copied whom
 * population.model().predict(test)
 * }</pre>
 *
 * <p>After an interrupt whole generations stay, and {@code run} goes on.
 */
public final class Population implements Displayable {
    private final PopulationBasedTraining settings;
    private final Trainer trainer;
    private final Continuation start;
    private final Table validation;
    private final Metric metric;
    private final List<PopulationStep> steps = new ArrayList<>();
    private List<Member> members = List.of();
    private @Nullable PopulationStep best;
    private @Nullable Model bestModel;

    /** One of them after some generation; one that failed is where it was before. */
    private record Member(PopulationStep step, Continuation learnt) {}

    Population(
            PopulationBasedTraining settings,
            Trainer trainer,
            Continuation start,
            Table validation,
            Metric metric) {
        this.settings = settings;
        this.trainer = trainer;
        this.start = start;
        this.validation = validation;
        this.metric = metric;
    }

    /**
     * Lets all members learn for so many more generations.
     *
     * @return this population
     * @throws CancellationException if it is interrupted; whole generations stay
     * @throws IllegalStateException if all members fail in one generation
     */
    public Population run(int generations) {
        if (generations < 1) {
            throw new IllegalArgumentException(
                    "one generation at least is run, got " + generations);
        }
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("generations", generations)) {
            for (int i = 0; i < generations; i++) {
                Display.part(
                        () -> {
                            next(interrupt);
                            return this;
                        });
                progress.advance(1);
                progress.note(line());
            }
            progress.finish("");
        } catch (CancellationException e) {
            throw Interrupts.threw(e) ? interrupted(e) : e;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private CancellationException interrupted(CancellationException cause) {
        var whole =
                new CancellationException(
                        "the population was interrupted after %d generations; they are kept, and run(…) of the same Population goes on"
                                .formatted(generations()));
        whole.initCause(cause);
        return whole;
    }

    /** All of a generation or nothing: an interrupt leaves no half one. */
    private void next(InterruptCheck interrupt) {
        var exploration = new Exploration(settings, generations());
        var next = new ArrayList<Member>();
        var ranks = ranks();
        for (int number = 0; number < settings.size(); number++) {
            interrupt.ask();
            if (members.isEmpty()) {
                next.add(learnt(number, number, exploration.first(), start));
            } else {
                int from = exploration.from(number, ranks);
                var parent = members.get(from);
                var tried = parent.step().settings();
                next.add(
                        learnt(
                                number,
                                from,
                                from == number ? tried : exploration.changed(tried),
                                parent.learnt()));
            }
        }
        keep(next);
    }

    private Member learnt(int number, int from, Map<String, Object> tried, Continuation before) {
        int generation = generations();
        try {
            var learnt = before.learn(TrainerSettings.with(trainer, tried), generation);
            double score = metric.of(Evaluation.of(learnt.model(), validation));
            if (Double.isNaN(score)) {
                throw new IllegalStateException("its " + metric.name() + " is NaN");
            }
            return new Member(
                    new PopulationStep(generation, number, from, tried, score, ""), learnt);
        } catch (RuntimeException failure) {
            if (Interrupts.threw(failure)) {
                throw failure;
            }
            var why = String.valueOf(failure.getMessage());
            return new Member(
                    new PopulationStep(generation, number, from, tried, Double.NaN, why), before);
        }
    }

    private void keep(List<Member> next) {
        if (next.stream().allMatch(member -> !member.step().why().isEmpty())) {
            throw new IllegalStateException(
                    "all members fail, the first one with: "
                            + Visible.line(next.get(0).step().why()));
        }
        members = List.copyOf(next);
        for (var member : members) {
            var step = member.step();
            steps.add(step);
            if (!Double.isNaN(step.score()) && (best == null || loss(step) < loss(best))) {
                best = step;
                bestModel = member.learnt().model();
            }
        }
    }

    /** Returns the members, the best first. */
    private List<Integer> ranks() {
        return members.stream()
                .map(Member::step)
                .sorted(Comparator.comparingDouble(this::loss))
                .map(PopulationStep::member)
                .toList();
    }

    private double loss(PopulationStep step) {
        return Double.isNaN(step.score())
                ? Double.POSITIVE_INFINITY
                : metric.isGreaterBetter() ? -step.score() : step.score();
    }

    /** Returns how many generations there have been. */
    public int generations() {
        return steps.size() / settings.size();
    }

    /** Returns what every member did in every generation, in order. */
    public List<PopulationStep> steps() {
        return List.copyOf(steps);
    }

    /**
     * Returns the step with the best score of all.
     *
     * @throws IllegalStateException if there has been no generation yet
     */
    public PopulationStep best() {
        return known(best);
    }

    /**
     * Returns the model of {@link #best()}. Its score is too good, since it is the best of many: judge it by rows that had no part in this.
     *
     * @throws IllegalStateException if there has been no generation yet
     */
    public Model model() {
        return known(bestModel);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the population has not learnt yet; call run(…) first");
        }
        return value;
    }

    /** Returns how the best came to be: a step a generation, each going on from the one before, whichever member's it was. */
    public List<PopulationStep> lineage() {
        var lineage = new ArrayList<PopulationStep>();
        var step = best();
        lineage.add(step);
        while (step.generation() > 0) {
            step = steps.get((step.generation() - 1) * settings.size() + step.from());
            lineage.add(step);
        }
        Collections.reverse(lineage);
        return lineage;
    }

    /** Returns a row for each member and generation: whom it went on from, settings, score, and why it failed. */
    public Table table() {
        return PopulationViews.table(steps, settings.space(), metric.name());
    }

    /** Returns the scores of all members, those of copies apart, and the best so far. */
    public Chart chart() {
        return PopulationViews.chart(steps(), metric);
    }

    private String line() {
        return PopulationViews.line(this, settings.size(), metric.name());
    }

    @Override
    public MimeBundle bundle() {
        return steps.isEmpty()
                ? MimeBundle.plain(line())
                : Display.render(chart()).with(MimeBundle.PLAIN, line());
    }

    @Override
    public String toString() {
        return line();
    }
}
