package himalia.training;

import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * What trainers of blocks have in common.
 *
 * @param trainer whom the model names as its trainer
 * @param codesCategories whether a column of texts is taken, as the places of its levels
 * @param inputs how cells become what a block is given, once the columns and their cells are known
 * @param code makes the block, or null where the trainer's settings tell all of it
 */
record BlockTraining(
        Trainer trainer,
        NetworkOptions options,
        boolean codesCategories,
        BiFunction<Schema, double[][], BlockInputs> inputs,
        @Nullable BlockMaker code) {
    private static final long WORK_FOR_A_THREAD = 2_000_000;

    /** Trains one that tells classes apart. */
    Model classes(Table table, String label) {
        return fit(table, BlockGoal.of(Labels.toLearn(table, label)));
    }

    /** Trains one that predicts a number. */
    Model numbers(Table table, String label) {
        return fit(table, BlockGoal.of(NumericLabel.of(table, label)));
    }

    private Model fit(Table table, BlockGoal goal) {
        var name = trainer.name();
        var schema = Schema.of(table, goal.target());
        var cells = BlockInputs.cells(schema, table, name, codesCategories);
        var learnt = inputs.apply(schema, cells);
        var rows = learnt.scaled(cells, schema, name);
        var form = new BlockForm(name, learnt.shape(), goal.outputs());
        var random = Seeds.random(options.seed());
        var order = Shuffle.all(IntStream.range(0, rows.length).toArray(), random);
        int aside = EpochLoop.aside(name, options.patience(), rows.length);
        var task =
                new BlockTask(
                        code == null ? BlockMakers.of(trainer, schema).orElseThrow() : code,
                        form,
                        goal,
                        options,
                        BlockRows.of(rows, goal.values(), form, order, aside, rows.length),
                        BlockRows.of(rows, goal.values(), form, order, 0, aside));
        var loop =
                new EpochLoop(
                        name,
                        options.epochs(),
                        options.rate(),
                        options.patience(),
                        rows.length - aside,
                        aside,
                        random);
        var checkpoint =
                options.checkpoints().isEmpty()
                        ? Optional.<NetworkCheckpoint>empty()
                        : Optional.of(
                                NetworkCheckpoint.in(options.checkpoints(), name, whose(goal, rows)));
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        // Loading the engine waits for processes and forgets that it was interrupted meanwhile.
        TrainingInterrupted.check(name, 0, loop.of());
        Engines.pytorch();
        var kept =
                Engines.learning(
                        threads(rows[0].length),
                        () -> loop.run(progress -> new BlockEpochs(task, checkpoint, progress)));
        if (kept.outcome().isEmpty()) {
            checkpoint.ifPresent(NetworkCheckpoint::remove);
        }
        return new BlockModel(
                schema,
                trainer,
                Optional.of(task.maker()),
                learnt,
                goal.scale(),
                kept.best(),
                provenance,
                kept.outcome());
    }

    /** A layer is taken to be as wide as the rows, which is about right where many threads help. */
    private int threads(long width) {
        return Threads.worthwhile(options.batch() * width * width, WORK_FOR_A_THREAD);
    }

    /** Says which training it is: one of other settings or rows does not go on where this one was cut off. */
    private Map<String, String> whose(BlockGoal goal, float[][] rows) {
        var whose = new LinkedHashMap<>(trainer.settings());
        whose.keySet().removeAll(List.of("block", "options"));
        whose.put("trainer", trainer.name());
        whose.put("rate", String.valueOf(options.rate()));
        whose.put("batch", String.valueOf(options.batch()));
        whose.put("patience", String.valueOf(options.patience()));
        whose.put("seed", String.valueOf(options.seed()));
        whose.put("label", goal.target().column().orElse(""));
        if (goal.target() instanceof Target.Classes classes) {
            whose.put("classes", classes.classes().toString());
        }
        whose.put("number of rows", String.valueOf(rows.length));
        whose.put("content of its rows", "SHA-256 " + hash(goal, rows));
        return whose;
    }

    private static String hash(BlockGoal goal, float[]... rows) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(goal.values()));
            for (var row : rows) {
                digest.update(bytes(row));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(FloatBuffer.wrap(values));
        return bytes.array();
    }
}
