package himalia.magics.search;

import himalia.display.bundle.Interrupts;
import himalia.display.bundle.KeptWork;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.magics.evaluation.FoldWords;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.training.Algorithm;
import himalia.model.Trainer;
import himalia.model.UnsupervisedTrainer;
import himalia.parallel.DataParallel;
import himalia.parallel.PipelineParallel;
import himalia.search.SearchSpace;
import himalia.search.Study;
import himalia.search.TrainerSearch;
import himalia.search.TrialRecord;
import himalia.search.TrialState;
import himalia.search.Tuning;
import himalia.search.WorkersLost;
import himalia.training.ConvolutionalNetwork;
import himalia.training.ConvolutionalRegressor;
import himalia.training.EmbeddingNetwork;
import himalia.training.EmbeddingRegressor;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** How settings are searched, in the options of a line. */
final class SearchWords {
    private static final int MOST_REASONS = 5;

    @Option(
            names = "--space",
            paramLabel = "SETTINGS",
            description =
                    "What is searched: name=int(low,high), logint, uniform, log, step(low,high,step) or choice(a,b), with commas between. Default: the algorithm's own, but what an option fixes.")
    private String space = "";

    @Option(
            names = "--trials",
            defaultValue = "30",
            description = "How many settings are tried. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--processes",
            defaultValue = "1",
            description =
                    "Trials at the same time, each in a process of this machine; 1 for one after the other in this one. Default: ${DEFAULT-VALUE}.")
    private int processes;

    @Option(
            names = "--sampler",
            defaultValue = "tpe",
            description = "Who proposes them: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private SamplerWord sampler = SamplerWord.TPE;

    @Option(
            names = "--population",
            defaultValue = "0",
            description =
                    "Of evolution how many of the best trials have children, of cma_es how many make a generation; 0 for 20, and by the number of settings. Default: ${DEFAULT-VALUE}.")
    private int population;

    @Option(
            names = "--pruner",
            defaultValue = "none",
            description =
                    "Who leaves the other folds out where the first ones are bad: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private PrunerWord pruner = PrunerWord.NONE;

    @Option(
            names = "--study",
            paramLabel = "FILE",
            description =
                    "File that keeps the trials, Optuna's journal; a study that is there is gone on with.")
    private @Nullable Path file;

    /** Also where the value is assigned and nobody sees it: what all have failed with is told. */
    Tuning run(Notebook notebook, TrainerSearch search, Study study) {
        try {
            var tuning = Tuning.run(search, study, trials, processes);
            if (study.history().best().isEmpty()) {
                notebook.display(MimeBundle.plain(failures(study)));
            }
            return tuning;
        } catch (CancellationException | Error e) {
            // What hears no interrupt is ended by an Error.
            if (!Interrupts.threw(e)) {
                throw e;
            }
            throw interrupted(notebook, study, e);
        } catch (WorkersLost e) {
            throw lost(notebook, study, e);
        }
    }

    private static String failures(Study study) {
        return study.trials().stream()
                .filter(trial -> trial.state() == TrialState.FAIL)
                .collect(
                        Collectors.groupingBy(
                                TrialRecord::why, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .limit(MOST_REASONS)
                .map(
                        each ->
                                "%d failed with %s"
                                        .formatted(each.getValue(), Visible.line(each.getKey())))
                .collect(Collectors.joining("\n", "no trial is complete\n", ""));
    }

    /** Refuses what no fold can judge. */
    static Trainer checked(Trainer trainer) {
        if (trainer instanceof UnsupervisedTrainer) {
            throw new MagicException(
                    "%%tune: %s learns without a label, and nothing tells which of its settings predict best; train it with %%train, and compare settings by ClusterSeparation"
                            .formatted(trainer.name()));
        }
        var file =
                trainer instanceof DataParallel shared
                        ? shared.checkpoint()
                        : trainer instanceof PipelineParallel cut ? cut.checkpoint() : "";
        if (!checkpoints(trainer).isEmpty()) {
            throw new MagicException(
                    "%tune: --checkpoints is the folder of one training, and each fold of each trial is another one; leave it out, and keep the trials by --study FILE");
        }
        if (!file.isEmpty()) {
            throw new MagicException(
                    "%tune: --checkpoint is the file of one training, and each fold of each trial is another one; leave it out, and keep the trials by --study FILE");
        }
        return trainer;
    }

    private static String checkpoints(Trainer trainer) {
        if (trainer instanceof ConvolutionalNetwork network) {
            return network.options().checkpoints();
        }
        if (trainer instanceof ConvolutionalRegressor network) {
            return network.options().checkpoints();
        }
        if (trainer instanceof EmbeddingNetwork network) {
            return network.options().checkpoints();
        }
        return trainer instanceof EmbeddingRegressor network ? network.options().checkpoints() : "";
    }

    /** Returns what is searched, where the line gives an algorithm these options. */
    SearchSpace space(Algorithm algorithm, List<OptionSpec> given) {
        return LineSpace.of(space, algorithm, given);
    }

    Study study(TrainerSearch search, SearchSpace wanted, FoldWords folds, Path folder) {
        if (trials < 1 || processes < 1) {
            throw new MagicException(
                    "%%tune: --trials and --processes are at least 1, got %d and %d"
                            .formatted(trials, processes));
        }
        var study =
                search.study(wanted, sampler.of(folds.seed(), population))
                        .with(pruner.of(folds.models()));
        return file == null ? study : study.at(folder.resolve(file));
    }

    /** Of workers that are killed one after the other. */
    private MagicException lost(Notebook notebook, Study study, WorkersLost lost) {
        var kept = file == null ? "" : ", and the same line goes on";
        if (study.history().best().isEmpty()) {
            kept = "no trial is complete" + kept;
        } else {
            show(notebook, study);
            kept = found();
        }
        return new MagicException("%tune: " + lost.why() + "; " + kept, lost);
    }

    private String found() {
        return "what it has found is shown above, and "
                + (file == null
                        ? "with --study FILE it is kept, to go on with"
                        : "the same line goes on with it");
    }

    /** The value of the line is lost with it, and the study in a file is not. */
    private CancellationException interrupted(Notebook notebook, Study study, Throwable cause) {
        try (var kept = KeptWork.begin("picture")) {
            show(notebook, study);
        }
        var told = new CancellationException("%tune was interrupted; " + found());
        told.initCause(cause);
        return told;
    }

    private static MimeBundle undrawn(Study study, Throwable failure) {
        System.getLogger("himalia.search").log(Level.WARNING, "no picture of a study", failure);
        return MimeBundle.plain(study.toString());
    }

    /** The picture takes a forest, which hears interrupts, and an interrupted cell has one after the other: it is drawn elsewhere. */
    private static void show(Notebook notebook, Study study) {
        var picture =
                CompletableFuture.supplyAsync(
                                study::bundle,
                                work -> notebook.background("picture of a study", work))
                        .exceptionally(failure -> undrawn(study, failure))
                        .join();
        boolean isInterrupted = Thread.interrupted();
        try {
            notebook.display(picture);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    String java(
            JavaText java,
            String arguments,
            TrainerSearch search,
            SearchSpace wanted,
            FoldWords folds) {
        search.study(wanted, sampler.of(folds.seed(), population));
        var study =
                "search.study(%s.of(%s), %s)"
                        .formatted(
                                java.type(SearchSpace.class),
                                java.of(wanted.toString()),
                                java.of(sampler.of(folds.seed(), population)));
        study +=
                pruner == PrunerWord.NONE
                        ? ""
                        : ".with(" + java.of(pruner.of(folds.models())) + ")";
        study += file == null ? "" : ".at(" + java.path(file) + ")";
        var workers = processes == 1 ? "" : ", " + processes;
        return "var search = %s.of(%s);%n%s.run(search, %s, %d%s)"
                .formatted(
                        java.type(TrainerSearch.class),
                        arguments,
                        java.type(Tuning.class),
                        study,
                        trials,
                        workers)
                .replace("\r\n", "\n");
    }
}
