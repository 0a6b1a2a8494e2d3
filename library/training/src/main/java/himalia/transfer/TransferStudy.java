package himalia.transfer;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Display;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.Progress;
import himalia.model.ClassPredictions;
import himalia.model.Labels;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.model.UnfitCell;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import tech.tablesaw.api.Table;

/**
 * Whether it pays to begin with a trained network, and with how many rows: frozen, fine-tuned, from scratch and without a hidden layer, at several sizes and
 * draws of training rows, judged by the same held-out rows.
 *
 * <pre>{@code
 * var source = new MultilayerPerceptron(List.of(64), 30, 42).fit(train, "digit");
 * var study = new TransferStudy(Transfer.fineTune(source, 60, 42), List.of(20, 50, 100), 5);
 * TransferResult result = study.run(others, test, "churned");
 * result.verdict()
 * }</pre>
 *
 * <p>All ways learn from the same rows in a draw, with the same epochs, batches, patience and rate of the last layer. Each class has its share in each draw, and a
 * row at least.
 *
 * @param tuned how it is fine-tuned; the other ways take its settings
 * @param ways what is compared; what takes over is compared with what does not
 * @param sizes numbers of rows to learn from, upwards; each at least the number of classes, and fewer than the table has
 * @param draws how many times rows are drawn and networks trained, at least 2; of two or three a test tells little
 */
public record TransferStudy(
        Transfer tuned, List<TransferWay> ways, List<Integer> sizes, int draws) {
    private static final int LEAST_HELD_OUT = 2;

    public TransferStudy {
        given(tuned, "tuned");
        ways = List.copyOf(given(ways, "ways"));
        sizes = List.copyOf(given(sizes, "sizes"));
        if (ways.stream().noneMatch(TransferWay::isTransfer)
                || ways.stream().allMatch(TransferWay::isTransfer)
                || new HashSet<>(ways).size() < ways.size()) {
            throw new IllegalArgumentException(
                    "a way that takes over (FROZEN, FINE_TUNE) is compared with one that does not"
                            + " (SCRATCH, RAW), each once, got "
                            + ways);
        }
        if (sizes.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no sizes; say how many rows are learnt from, such as List.of(20, 50,"
                            + " 100)");
        }
        for (int i = 1; i < sizes.size(); i++) {
            if (sizes.get(i) <= sizes.get(i - 1)) {
                throw new IllegalArgumentException(
                        "sizes go up, got %d after %d".formatted(sizes.get(i), sizes.get(i - 1)));
            }
        }
        if (draws < 2) {
            throw new IllegalArgumentException(
                    "draws must be at least 2, since one may be luck, got " + draws);
        }
    }

    /** Compares all four ways. */
    public TransferStudy(Transfer tuned, List<Integer> sizes, int draws) {
        this(tuned, List.of(TransferWay.values()), sizes, draws);
    }

    /**
     * Trains and judges them all.
     *
     * @param train the rows that are drawn from
     * @param test the held-out rows
     * @throws IllegalArgumentException if a table does not fit, before anything is trained, or a training diverges
     * @throws CancellationException if it is interrupted
     */
    public TransferResult run(Table train, Table test, String label) {
        return run(train, test, label, soFar -> {});
    }

    /**
     * The same, telling after each draw what there is so far, which an interrupt leaves.
     *
     * @param soFar is handed the results of all draws that are done
     */
    public TransferResult run(
            Table train, Table test, String label, Consumer<TransferResult> soFar) {
        given(train, "train");
        given(test, "test");
        given(soFar, "soFar");
        var labels = checked(train, test, label);
        var notes = notes(train, test, label);
        var actual = Labels.toCompare(test, label, labels.classes(), "the training table has only");
        var cells = new ArrayList<StudyCell>();
        for (var way : ways) {
            sizes.forEach(size -> cells.add(new StudyCell(way, size, actual)));
        }
        var interrupt = new InterruptCheck();
        int done = 0;
        try (var progress = Progress.whenLong("models", (long) draws * cells.size())) {
            for (int draw = 0; draw < draws; draw++) {
                for (var cell : cells) {
                    interrupt.ask();
                    var rows = TrainingDraw.of(labels, cell.rows(), tuned.seed() + draw);
                    var trainer = cell.way().trainer(tuned.withSeed(tuned.seed() + draw));
                    cell.add(said(trainer, Tables.rows(train, rows), label, test));
                    progress.advance(1);
                    progress.note("%s, %d rows".formatted(cell.way().words(), cell.rows()));
                }
                done++;
                soFar.accept(result(label, cells, train.rowCount(), notes));
            }
            progress.finish("");
        } catch (CancellationException e) {
            throw Interrupts.threw(e) ? interrupted(done, e) : e;
        }
        return result(label, cells, train.rowCount(), notes);
    }

    /** Trains and asks one model, of whose own curve nothing is shown: there are too many. */
    private static ClassPredictions said(Trainer trainer, Table rows, String label, Table test) {
        try {
            return Display.part(
                    () -> {
                        try (var model = trainer.fit(rows, label)) {
                            return model.predict(test).ofClasses();
                        }
                    });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("no model was trained by " + trainer, e);
        }
    }

    private static TransferResult result(
            String label, List<StudyCell> cells, int rows, List<String> notes) {
        return new TransferResult(
                label, cells.stream().map(cell -> cell.scores(rows)).toList(), notes);
    }

    private CancellationException interrupted(int done, CancellationException cause) {
        var told =
                new CancellationException(
                        "TransferStudy was interrupted after %d of %s"
                                .formatted(done, Amount.of(draws, "draw")));
        told.initCause(cause);
        return told;
    }

    /** Refuses tables that no way could learn from or be judged by. */
    private Labels checked(Table train, Table test, String label) {
        var labels = Labels.toLearn(train, label);
        var source = tuned.source();
        source.check(train, label);
        // The source is of the right features by now: what is missing there is that table's.
        Tables.column(test, label, "test table");
        source.schema().featureNames().forEach(name -> Tables.column(test, name, "test table"));
        var schema = new Schema(source.schema().features(), labels.target());
        checkComplete(schema, train, "table");
        checkComplete(schema, test, "test table");
        if (test.rowCount() < LEAST_HELD_OUT) {
            throw new IllegalArgumentException(
                    "%s held out, and there is nothing to judge by; split the table first, as by Split.stratified"
                            .formatted(Amount.of(test.rowCount(), "row")));
        }
        int classes = labels.classes().size();
        for (int size : sizes) {
            if (size < classes || size >= labels.size()) {
                throw new IllegalArgumentException(
                        "sizes are from %d, a row of each class, to %d, one less than there are to draw from, got %d"
                                .formatted(classes, labels.size() - 1, size));
            }
        }
        return labels;
    }

    /** A study takes tables and no pipeline, and compares networks alone. */
    private static void checkComplete(Schema schema, Table table, String called) {
        try {
            schema.completeRows(table, "Transfer");
        } catch (UnfitCell cell) {
            throw new IllegalArgumentException(
                    "column '%1$s' of the %2$s misses a value in row %3$d, and networks take none; fill it in both tables by what the source was trained with, such as new SimpleImputer(\"%1$s\").fit(table).apply(test), or drop its rows with table.dropWhere(table.column(\"%1$s\").isMissing())"
                            .formatted(cell.column(), called, cell.row()),
                    cell);
        }
    }

    private List<String> notes(Table train, Table test, String label) {
        var notes = new ArrayList<String>();
        var source = tuned.source();
        if (source.provenance().rows().areKnown()
                && !test.columnNames().containsAll(source.provenance().rows().columns())) {
            notes.add(
                    "Whether the source has learnt from held-out rows is not known: they do not have its own label '%s'; keep them apart before it is trained."
                            .formatted(source.schema().label()));
        }
        int known = source.provenance().seenIn(test);
        if (known > 0) {
            notes.add(
                    "The source has learnt from %d of the %d held-out rows: what takes over looks better than it is."
                            .formatted(known, test.rowCount()));
        }
        int learnt = Provenance.of(train).learntFrom(test, label);
        if (learnt > 0) {
            notes.add(
                    "%d of the %d held-out rows stand in the training table, too: all ways look better than they are."
                            .formatted(learnt, test.rowCount()));
        }
        return notes;
    }
}
