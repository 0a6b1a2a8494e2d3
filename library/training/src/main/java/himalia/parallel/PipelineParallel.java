package himalia.parallel;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.model.Classifier;
import himalia.model.Model;
import himalia.training.MultilayerPerceptron;
import tech.tablesaw.api.Table;

/**
 * Trains a network whose layers lie in two processes of this machine: the first half sends what it makes of a few rows, a micro-batch, on to the
 * second, and takes up the next ones while that works.
 *
 * <pre>{@code
 * var network = new MultilayerPerceptron(List.of(64, 64, 64), 30, 42);
 * ParallelRun run = new PipelineParallel(network, 4).run(train, "churned");
 * run.timeline().bubbleShare();      // less with more micro-batches, until they are too small
 * }</pre>
 *
 * <p>Gradients of all micro-batches are added up before a step (GPipe, Huang and others 2019), so that the model is the one that one process trains, but for
 * the rounding of sums. The second half sends the slopes of each micro-batch back at once.
 *
 * @param trainer the network, with one hidden layer at least; each half gets one layer at least
 * @param microBatches into how many parts a batch is cut, at least 1
 * @param checkpoint the file that says how far it is, deleted at the end; empty for none
 */
public record PipelineParallel(MultilayerPerceptron trainer, int microBatches, String checkpoint)
        implements Classifier {
    public PipelineParallel {
        given(trainer, "trainer");
        given(checkpoint, "checkpoint");
        if (trainer.hidden().isEmpty()) {
            throw new IllegalArgumentException(
                    "a network without hidden layers has one layer, which is not cut in two; give"
                            + " it hidden layers");
        }
        if (microBatches < 1 || microBatches > trainer.batch()) {
            throw new IllegalArgumentException(
                    "microBatches must be from 1 to the %d rows of a batch, got %d"
                            .formatted(trainer.batch(), microBatches));
        }
        DataParallel.check(trainer, checkpoint);
    }

    /** Keeps no checkpoint in a file. */
    public PipelineParallel(MultilayerPerceptron trainer, int microBatches) {
        this(trainer, microBatches, "");
    }

    /** Returns the same, which goes on from a file when it is run again after an interrupt. */
    public PipelineParallel checkpoint(String file) {
        return new PipelineParallel(trainer, microBatches, file);
    }

    /** Trains; where a notebook is there to show it, what each process did when appears in it. */
    @Override
    public Model fit(Table table, String label) {
        var run = run(table, label);
        if (Display.isWatched() && !Display.isPart()) {
            Display.display(run);
        }
        return run.model();
    }

    /**
     * Trains, and tells how it went.
     *
     * @throws IllegalArgumentException if the training diverges
     * @throws IllegalStateException if a worker does not start, or the checkpoint cannot be written
     */
    public ParallelRun run(Table table, String label) {
        return run(table, label, Launch.usual(), new Watcher() {});
    }

    /** Trains in processes that are started in some way. */
    ParallelRun run(Table table, String label, Launch launch, Watcher watcher) {
        given(table, "table");
        int layers = trainer.hidden().size() + 1;
        var way = new NetworkWay.Pipelined((layers + 1) / 2, microBatches, trainer.rate());
        return new NetworkFit(checkpoint(""), trainer, 1, way, checkpoint)
                .run(table, label, launch, watcher);
    }
}
