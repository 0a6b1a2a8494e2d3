package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A search for the settings at which something is best: trials, one after the other, each with settings that follow from those before.
 *
 * <pre>{@code
 * var space = SearchSpace.empty().uniform("x", -10, 10).choice("sign", 1, -1);
 * var study = Study.minimize(space, new TpeSampler(42));
 * study.run(100, trial -> Math.pow(trial.real("x") - 2 * trial.whole("sign"), 2));
 * study.best().settings()                                   // {x=1.98, sign=1}
 *
 * Study.maximize(space, new TpeSampler(42))
 *         .with(new MedianPruner())                         // ends what will not be the best
 *         .at(Path.of("study.log"))                         // kept, and resumed if it is there
 * }</pre>
 *
 * <p>A trial that throws has failed, and the study goes on, also behind an {@code Error} such as a failed assertion, but for a full heap; where the first three fail in the same way, it ends, and where all have failed, that is an error. After an interrupt what is done stays: the next call goes on. The file is Optuna's journal, of one
 * objective: {@code optuna.load_study(study_name="study", storage=JournalStorage(JournalFileBackend("study.log")))}.
 */
public final class Study implements Displayable {
    private final StudySettings settings;
    private final @Nullable Journal journal;
    private final List<TrialRecord> trials = new ArrayList<>();

    private Study(StudySettings settings, @Nullable Journal journal, List<TrialRecord> trials) {
        this.settings = settings;
        this.journal = journal;
        this.trials.addAll(trials);
    }

    /** Begins a search for the least value. */
    public static Study minimize(SearchSpace space, SearchSampler sampler) {
        return of(Direction.MINIMIZE, space, sampler);
    }

    /** Begins a search for the greatest value. */
    public static Study maximize(SearchSpace space, SearchSampler sampler) {
        return of(Direction.MAXIMIZE, space, sampler);
    }

    /**
     * Begins a search.
     *
     * @throws IllegalArgumentException if the space is empty
     */
    public static Study of(Direction direction, SearchSpace space, SearchSampler sampler) {
        given(direction, "direction");
        given(sampler, "sampler");
        if (given(space, "space").isEmpty()) {
            throw new IllegalArgumentException(
                    "the space is empty, and there is nothing to search; add a setting, such as SearchSpace.of(\"depth=int(2, 8)\")");
        }
        return new Study(
                new StudySettings(
                        "study",
                        direction,
                        space,
                        sampler,
                        Pruner.none(),
                        Clock.systemDefaultZone(),
                        ""),
                null,
                List.of());
    }

    /** Returns the study, so far as it is, under another name; a name first, then a file. */
    public Study named(String name) {
        return changed(settings.named(given(name, "name")));
    }

    /** Returns the study, so far as it is, with what ends trials early. */
    public Study with(Pruner pruner) {
        return changed(settings.with(given(pruner, "pruner")));
    }

    /** Returns the study, so far as it is, with another clock. */
    public Study with(Clock clock) {
        return changed(settings.with(given(clock, "clock")));
    }

    /** Returns the same study whose values are of this, in words; a file that has others is refused. */
    Study of(String objective) {
        return changed(settings.of(objective));
    }

    private synchronized Study changed(StudySettings other) {
        if (journal != null) {
            throw new IllegalStateException(
                    "the study is in a file already; name, pruner and clock come before at(…)");
        }
        return new Study(other, null, trials);
    }

    /**
     * Returns the study as it is kept in a file; where it is there, with the trials that it has. Each trial is written as it begins, reports and ends.
     *
     * @throws IllegalArgumentException if it is no journal, or its study goes the other way, or has other kinds of settings of the same names
     * @throws IllegalStateException if this study has trials already
     */
    public synchronized Study at(Path file) {
        given(file, "file");
        if (!trials.isEmpty() || journal != null) {
            throw new IllegalStateException(
                    "a study goes into a file before its first trial, and this one has %s"
                            .formatted(Amount.of(trials.size(), "trial")));
        }
        var opened = Journal.open(file, settings);
        settings.checkLike(opened.distributions(), file);
        return new Study(settings, opened, opened.trials());
    }

    /**
     * Runs so many more trials; fewer where the sampler has no more to propose.
     *
     * @return this study
     * @throws CancellationException if it is interrupted; what is done stays
     * @throws IllegalStateException if the study is being run, here or by another kernel, or the first three trials fail in the same way, or all of however many; what is done stays
     */
    public Study run(int count, StudyObjective objective) {
        return run(count, 1, objective);
    }

    /**
     * Runs so many more trials, some of them at the same time: those of a {@link TrainerSearch} in processes of this machine, others in threads of this one.
     *
     * <pre>{@code
     * study.run(60, 2, objective)
     * }</pre>
     *
     * <p>A trial whose process is killed has failed, and says so; another process takes its place. Samplers that learn from trials propose by those that have ended by then, so that their settings are not the same
     * twice; those of chance, Sobol and a grid are. An objective of threads may be asked by several at once.
     *
     * @param workers how many at the same time; 1 for one after the other, on this thread
     * @return this study
     * @throws CancellationException if it is interrupted; what is done stays
     * @throws IllegalArgumentException if the search has a trainer, a splitter or columns that no other process can be told
     * @throws IllegalStateException as {@link #run(int, StudyObjective)}, or if processes cannot be started
     * @throws WorkersLost if they end again and again
     */
    public Study run(int count, int workers, StudyObjective objective) {
        given(objective, "objective");
        if (count < 1) {
            throw new IllegalArgumentException("one trial at least is run, got " + count);
        }
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, got " + workers);
        }
        RunningStudies.during(
                journal == null ? this : journal.path(),
                journal == null ? "the study" : "the study in " + journal.path(),
                () -> new StudyRun(this, settings, journal).of(count, workers, objective));
        return this;
    }

    synchronized void begin(TrialRecord trial) {
        if (journal != null) {
            journal.begin(trial, settings.space());
        }
        trials.add(trial);
    }

    synchronized TrialRecord report(TrialRecord trial, int step, double value) {
        if (journal != null) {
            journal.report(trial, step, value);
        }
        var reported = trials.get(trial.number()).reported(step, value);
        trials.set(trial.number(), reported);
        return reported;
    }

    synchronized void end(TrialRecord trial) {
        if (journal != null) {
            journal.end(trial);
        }
        trials.set(trial.number(), trial);
    }

    /** Returns its name. */
    public String name() {
        return settings.name();
    }

    /** Returns whether less or more is better. */
    public Direction direction() {
        return settings.direction();
    }

    /** Returns what is searched. */
    public SearchSpace space() {
        return settings.space();
    }

    /** Returns all trials so far, by their numbers. */
    public synchronized List<TrialRecord> trials() {
        return List.copyOf(trials);
    }

    /** Returns the trials as samplers and pruners see them. */
    public StudyHistory history() {
        return new StudyHistory(name(), direction(), trials());
    }

    /**
     * Returns the best trial.
     *
     * @throws IllegalStateException if none is complete
     */
    public TrialRecord best() {
        return history()
                .best()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no trial of the study is complete yet; it has %s%s"
                                                .formatted(
                                                        StudyWords.counts(trials()),
                                                        StudyWords.failure("; ", trials()))));
    }

    /** Returns a row a trial: its number, state, value, settings, seconds, and why it ended early. */
    public Table table() {
        return StudyTable.of(this);
    }

    /** Returns how much each setting matters, from 0 to 1, the most important first; see {@link ParameterImportance}. */
    public Map<String, Double> importance() {
        return ParameterImportance.of(this);
    }

    /** Returns the charts: history, importance, slices and parallel coordinates. */
    public StudyCharts charts() {
        return new StudyCharts(this);
    }

    @Override
    public MimeBundle bundle() {
        return StudyWords.bundle(this);
    }

    @Override
    public String toString() {
        return StudyWords.line(this);
    }
}
