package himalia.parallel;

import himalia.parallel.TrainingProcess.Event;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Worker processes, each in its place, and what is heard of all of them. */
final class ProcessGroup implements AutoCloseable {
    /** Each is a Java of its own. */
    static final int MOST = 64;

    private final Launch launch;
    private final TrainingToken token = TrainingToken.random();
    private final ServerSocket server;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<TrainingProcess> workers = new CopyOnWriteArrayList<>();
    private final Thread watch;

    /** Makes places for so many; no process is started yet. */
    ProcessGroup(Launch launch, int count) throws IOException {
        this.launch = launch;
        this.server = TrainingToken.listen();
        for (int number = 0; number < count; number++) {
            workers.add(null);
        }
        this.watch = new Thread(new SilenceWatch(workers, launch.silence()), "himalia-workers");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Starts processes for some places, and ends those that had them.
     *
     * @throws Arrivals.Ended if one ends before it calls; none of them is left then
     * @throws IOException if one does not call; none of them is left then either
     */
    void start(List<Integer> numbers) throws IOException {
        start(
                numbers,
                (number, how) -> {
                    throw new Arrivals.Ended(how);
                });
    }

    /** The same, where who ends before it calls leaves its place empty. */
    void start(List<Integer> numbers, Arrivals.Stillborn stillborn) throws IOException {
        end(numbers);
        for (var worker : new Arrivals(launch, server, token).start(numbers, stillborn)) {
            worker.listen(events);
            workers.set(worker.number(), worker);
        }
    }

    /** Says why there are none: whoever was killed had no memory, as a rule. */
    static IllegalStateException unstarted(String who, IOException why) {
        return new IllegalStateException(
                "%s be started: %s; try again, by fewer workers, or in this process alone"
                        .formatted(who, why.getMessage()),
                why);
    }

    /** All are told before anyone is waited for. */
    private void end(List<Integer> numbers) {
        var ending = numbers.stream().map(workers::get).filter(Objects::nonNull).toList();
        ending.forEach(TrainingProcess::destroy);
        ending.forEach(TrainingProcess::close);
    }

    int count() {
        return workers.size();
    }

    TrainingProcess get(int number) {
        return workers.get(number);
    }

    List<TrainingProcess> all() {
        return workers;
    }

    List<Integer> numbers() {
        return IntStream.range(0, count()).boxed().toList();
    }

    /** Returns whether a process that is heard has no place any more. */
    boolean isReplaced(Event event) {
        return workers.get(event.from().number()) != event.from();
    }

    /**
     * Returns what is heard next; null where nothing is for a moment.
     *
     * @param until when it is too late, as {@link System#nanoTime()} tells time
     * @throws CancellationException if this thread is interrupted
     */
    @Nullable Event next(long until) {
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            long wait = Math.min(TimeUnit.MILLISECONDS.toNanos(100), until - System.nanoTime());
            return events.poll(Math.max(wait, 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        end(numbers());
        try {
            server.close();
        } catch (IOException e) {
            // Nobody calls any more.
        }
    }
}
