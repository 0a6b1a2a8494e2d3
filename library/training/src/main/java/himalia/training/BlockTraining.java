package himalia.training;

import ai.djl.engine.Engine;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.table.Seeds;
import himalia.table.Shuffle;
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
        checkAlone(name);
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
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        // Loading the engine waits for processes and forgets that it was interrupted meanwhile.
        TrainingInterrupted.check(name, 0, loop.of());
        var engine = Engines.pytorch();
        var checkpoint =
                Optional.of(options.checkpoints())
                        .filter(folder -> !folder.isEmpty())
                        .map(
                                folder ->
                                        NetworkCheckpoint.in(
                                                folder,
                                                name,
                                                told(engine),
                                                BlockFingerprint.of(trainer, task, rows)));
        var kept =
                Engines.learning(
                        workOfOneStep(rows[0].length),
                        () -> loop.run(progress -> new BlockEpochs(task, checkpoint, progress)));
        var model =
                new BlockModel(
                        schema,
                        trainer,
                        Optional.of(task.maker()),
                        learnt,
                        goal.scale(),
                        kept.best(),
                        provenance,
                        kept.outcome());
        if (kept.outcome().isEmpty()) {
            checkpoint.ifPresent(NetworkCheckpoint::remove);
        }
        return model;
    }

    private static String told(Engine engine) {
        return "DJL %s and %s %s"
                .formatted(Engine.getDjlVersion(), engine.getEngineName(), engine.getVersion());
    }

    /** Many trainings in one folder leave files there that nobody goes on from. */
    private void checkAlone(String name) {
        if (!options.checkpoints().isEmpty() && !Alone.isOnThisThread()) {
            throw new IllegalArgumentException(
                    "checkpoints are of one training, and here %s is a part of something larger, such as a fold, a trial or a member of an ensemble; leave NetworkOptions.checkpoints(…) out there, or train it by itself"
                            .formatted(name));
        }
    }

    /** A layer is taken to be as wide as the rows, which is about right where many threads help. */
    private long workOfOneStep(long width) {
        return options.batch() * width * width;
    }
}
