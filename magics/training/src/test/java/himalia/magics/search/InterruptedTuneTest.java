package himalia.magics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.KeptWork;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Classifier;
import himalia.model.Model;
import himalia.search.SearchSpace;
import himalia.search.TrainerSearch;
import himalia.search.samplers.RandomSearch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tech.tablesaw.api.Table;

/** What an interrupted %tune shows. */
class InterruptedTuneTest {
    private static final List<String> NINE_TRIALS =
            List.of(
                    "tree",
                    "--label",
                    "y",
                    "--trials",
                    "9",
                    "--folds",
                    "2",
                    "--space",
                    "depth=int(1,9)",
                    "--study",
                    "tree.log");

    @TempDir private Path folder;

    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train = ModelTables.rows(120, 1);

    private void tune(List<String> words) throws Exception {
        catalog.line(new RecordingNotebook(folder), "tune", with(words));
    }

    private List<Object> with(List<String> words) {
        var all = new ArrayList<Object>(words);
        all.add(new Value("train", train));
        return all;
    }

    @Test
    void afterAnInterruptWhatItHasFoundIsShown() {
        var notebook = new RecordingNotebook(folder);
        Thread.currentThread().interrupt();
        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        notebook,
                                        "tune",
                                        List.of("tree", "--label", "y", new Value("train", train))))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "%tune was interrupted; what it has found is shown above, and with --study FILE it is kept, to go on with");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(notebook.shown()).singleElement().asString().startsWith("0 trials; none");
    }

    /** Of eight trials and more the picture says how much each setting matters, which takes a forest. */
    @Test
    void afterAnInterruptThePictureIsThereToo() throws Exception {
        tune(NINE_TRIALS);
        var notebook = new RecordingNotebook(folder);
        var all = with(NINE_TRIALS);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> catalog.line(notebook, "tune", all))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "%tune was interrupted; what it has found is shown above, and the same line goes on with it");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(notebook.shown())
                .singleElement()
                .asString()
                .startsWith("9 trials; best ")
                .endsWith("depth explains 100 % of the differences");
    }

    /** What hears no interrupt is ended by an error, as the kernel's is called. */
    @Test
    void whatItHasFoundIsShownWhereATrainingWasEnded() {
        var words = new SearchWords();
        new CommandLine(words).setCaseInsensitiveEnumValuesAllowed(true).parseArgs("--trials", "3");
        var search = TrainerSearch.of(new Deaf(2), train, "y", new StratifiedKFold(2, 42), "f1");
        var study = search.study(SearchSpace.of("depth=int(1, 9)"), new RandomSearch(1));
        var notebook = new RecordingNotebook(folder);
        assertThatThrownBy(() -> words.run(notebook, search, study))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("%tune was interrupted; what it has found is shown above");
        assertThat(notebook.shown()).singleElement().asString().startsWith("1 trial (1 failed)");
    }

    record Deaf(int depth) implements Classifier {
        @Override
        public Model fit(Table table, String label) {
            throw new CellInterrupted();
        }
    }

    private static final class CellInterrupted extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A kernel interrupts a cell until it ends; the picture is drawn meanwhile, and it is waited for. */
    @Test
    void thePictureIsThereWhereTheInterruptComesAgain() throws Exception {
        tune(NINE_TRIALS);
        var notebook = new RecordingNotebook(folder);
        var all = with(NINE_TRIALS);
        var cell = Thread.currentThread();
        var isWaitedFor = new AtomicBoolean();
        var isOver = new AtomicBoolean();
        var interrupter =
                new Thread(
                        () -> {
                            while (!isOver.get()) {
                                isWaitedFor.compareAndSet(false, KeptWork.on(cell).isPresent());
                                cell.interrupt();
                            }
                        });
        interrupter.start();
        try {
            assertThatThrownBy(() -> catalog.line(notebook, "tune", all))
                    .isInstanceOf(CancellationException.class);
        } finally {
            isOver.set(true);
            while (interrupter.isAlive()) {
                Thread.interrupted();
            }
            Thread.interrupted();
        }
        assertThat(isWaitedFor).isTrue();
        assertThat(notebook.shown())
                .singleElement()
                .asString()
                .startsWith("9 trials")
                .endsWith("depth explains 100 % of the differences");
    }
}
