package himalia.parallel;

import himalia.reference.ModelReference;
import himalia.training.MultilayerPerceptron;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A process that stands still in the middle of a training, for longer than a worker may say nothing. */
final class StoppedTraining {
    private StoppedTraining() {}

    public static void main(String[] args) {
        var network = new MultilayerPerceptron(List.of(8), 6, 0.01, 32, 0, 42);
        var launch =
                new Launch(Launch.usual().java(), Duration.ofSeconds(60), Duration.ofSeconds(4));
        var train = ModelReference.heldOut("breast_cancer", false);
        var stop = LostWorkersTest.after(2, workers -> stop());
        var run = new DataParallel(network, 2).run(train, "y", launch, stop);
        System.out.println("losses: " + run.losses());
    }

    private static void stop() {
        long own = ProcessHandle.current().pid();
        var words = "kill -STOP %d; sleep 6; kill -CONT %d".formatted(own, own);
        try {
            new ProcessBuilder("sh", "-c", words).start();
            // It is stopped in these.
            Thread.sleep(1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
