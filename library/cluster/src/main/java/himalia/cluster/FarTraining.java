package himalia.cluster;

import himalia.parallel.PlacedTracker;
import himalia.parallel.PlacedWorker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** What tasks of a cluster do in a training, among the libraries that were sent there; named by {@link FarStage}, in a text. */
final class FarTraining {
    private FarTraining() {}

    /** Says where the workers find each other, and waits until they have done their work. */
    static void meet(int workers, String host, Consumer<byte[]> told) throws IOException {
        var address = InetAddress.getByName(host).getHostAddress();
        try (var tracker = PlacedTracker.start(workers, address, jars())) {
            told.accept(FarRun.write(new HashMap<>(tracker.words())));
            tracker.await();
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalStateException e) {
            throw ended("the tracker", host, e);
        }
    }

    /** Does the work of one, whose rows came with the job. */
    static void work(
            byte[] heard,
            int number,
            int workers,
            int rounds,
            String host,
            File rows,
            Consumer<byte[]> told)
            throws IOException, ClassNotFoundException {
        work(heard, number, workers, rounds, host, Files.readAllBytes(rows.toPath()), told);
    }

    /** Does the work of one. */
    static void work(
            byte[] heard,
            int number,
            int workers,
            int rounds,
            String host,
            byte[] rows,
            Consumer<byte[]> told)
            throws IOException, ClassNotFoundException {
        var tracker = tracker(heard);
        try (var worker = PlacedWorker.start(number, jars(), rows)) {
            var trees =
                    worker.grow(tracker, rounds, done -> tell(FarNews.round(number, done), told));
            tell(FarNews.end(number, rounds, trees), told);
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalStateException e) {
            throw ended("worker %d of %d".formatted(number, workers), host, e);
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException(
                    "the heap of the cluster's task manager on %s is full (%s); train by more workers, or give it more there: taskmanager.memory.task.heap.size"
                            .formatted(host, e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> tracker(byte[] heard)
            throws IOException, ClassNotFoundException {
        return (Map<String, String>) FarRun.read(heard, FarTraining.class.getClassLoader());
    }

    private static void tell(FarNews news, Consumer<byte[]> told) {
        try {
            told.accept(news.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be told", e);
        }
    }

    /** Without a cause: its class is of libraries that the notebook's Flink does not look into. */
    private static IllegalStateException ended(String who, String host, IllegalStateException e) {
        return new IllegalStateException(
                "the training on the cluster ended, and %s on its machine %s says why: %s; run the cell again"
                        .formatted(who, host, e.getMessage()));
    }

    /** The processes take their classes from where this one does. */
    private static List<Path> jars() {
        var libraries = (URLClassLoader) FarTraining.class.getClassLoader();
        return Arrays.stream(libraries.getURLs())
                .map(url -> Path.of(URI.create(url.toString())))
                .toList();
    }
}
