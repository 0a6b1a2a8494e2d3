package himalia.cluster;

import himalia.display.bundle.Progress;
import himalia.parallel.PlacedRows;
import himalia.remote.ClusterAddress;
import himalia.remote.Shipment;
import himalia.streaming.Flink;
import himalia.streaming.Streams;
import himalia.training.BoostingPlace;
import himalia.training.BoostingTask;
import himalia.training.TrainingInterrupted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Boosted trees that grow in tasks of a cluster: one job, with a task for each worker.
 *
 * @param read where the workers read their rows; nothing where these go with the job
 */
record FarTrees(ClusterAddress address, int workers, Optional<FarRows> read)
        implements BoostingPlace {
    private static final PrimitiveArrayTypeInfo<byte[]> BYTES =
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

    /** Jobs that run have names of their own. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public byte[] grow(BoostingTask task) {
        try {
            var folder = Files.createTempDirectory("himalia-rows-");
            var files = new ArrayList<Path>();
            for (int worker = 0; worker < workers; worker++) {
                files.add(folder.resolve(FarStage.rows(worker)));
            }
            try {
                write(task, files);
                return grown(task, files);
            } finally {
                FarParts.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the rows cannot be written for the workers: " + e.getMessage(), e);
        }
    }

    private void write(BoostingTask task, List<Path> files) throws IOException {
        var rows = PlacedRows.of(task, workers);
        for (int worker = 0; worker < workers; worker++) {
            Files.write(
                    files.get(worker),
                    read.isEmpty()
                            ? rows.rows(worker)
                            : FarRun.write(new FarReading.Recipe(read.get(), rows.recipe(worker))));
        }
    }

    private byte[] grown(BoostingTask task, List<Path> files) {
        var named = new ArrayList<>(List.of(FarTraining.class.getName()));
        if (read.isPresent()) {
            named.add(FarReading.class.getName());
            named.addAll(FarCalls.STORAGE);
        }
        var shipment = Shipment.of(List.of(), named.toArray(String[]::new));
        var libraries = FarLibraries.of(address, shipment.libraries());
        try {
            return run(task, files, libraries, !libraries.wereSent());
        } catch (IllegalStateException e) {
            if (!String.valueOf(e.getMessage()).contains(FarStage.MISSING)) {
                throw e;
            }
            // A task manager that began after they were sent.
            return run(task, files, libraries, true);
        }
    }

    private byte[] run(BoostingTask task, List<Path> files, FarLibraries libraries, boolean sends) {
        var said = new FarAnswers(workers);
        try (var progress = Progress.whenLong("rounds", task.rounds())) {
            var stream = stream(task, files, libraries, sends);
            var name = "training-" + COUNT.incrementAndGet();
            var job =
                    Streams.start(
                            name, stream, news -> progress.advance(said.heard(FarNews.read(news))));
            try {
                job.await();
            } finally {
                // The cell was interrupted, or the job is over.
                job.cancel();
            }
            libraries.areSent();
            return said.trees();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new CancellationException("interrupted");
            interrupted.initCause(e);
            throw TrainingInterrupted.of(
                    task.name(),
                    said.rounds(),
                    "of %d rounds".formatted(task.rounds()),
                    interrupted);
        }
    }

    private DataStream<byte[]> stream(
            BoostingTask task, List<Path> files, FarLibraries libraries, boolean sends)
            throws InterruptedException {
        var there = Flink.on(address.toString(), workers);
        if (sends) {
            libraries.send(there);
        }
        int sent = sends ? libraries.jars().size() : 0;
        for (int worker = 0; worker < workers; worker++) {
            there.registerCachedFile(files.get(worker).toUri().toString(), FarStage.rows(worker));
        }
        return there.fromData(BYTES, new byte[0])
                .setParallelism(1)
                .flatMap(FarStage.meeting(libraries.key(), sent, workers))
                .returns(BYTES)
                .setParallelism(1)
                .broadcast()
                .flatMap(
                        FarStage.working(
                                libraries.key(), sent, workers, task.rounds(), read.isPresent()))
                .returns(BYTES);
    }
}
