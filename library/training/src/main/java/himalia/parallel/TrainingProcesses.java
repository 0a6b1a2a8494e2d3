package himalia.parallel;

import himalia.parallel.TrainingProcess.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** The worker processes of one training. */
final class TrainingProcesses implements AutoCloseable {
    /** How long those that are left may take to notice that one is gone, in nanoseconds. */
    private static final long AFTERMATH = TimeUnit.SECONDS.toNanos(5);

    /** How long it may take to hear that a process is gone, in nanoseconds. */
    private static final long HEARSAY = TimeUnit.SECONDS.toNanos(1);

    private final ProcessGroup workers;
    private final byte[] task;
    private final WorkTimes times = new WorkTimes();
    private final boolean needEachOther;
    private int round;

    /** What answers a worker in the middle of its work. */
    @FunctionalInterface
    interface Pushed {
        void heard(int worker, byte[] found) throws IOException;
    }

    private TrainingProcesses(ProcessGroup workers, byte[] task, boolean needEachOther) {
        this.workers = workers;
        this.task = task;
        this.needEachOther = needEachOther;
    }

    /**
     * Starts so many, and returns when each has its task and knows the others.
     *
     * @param needEachOther whether none can be kept when one is gone
     * @param lost hears of those that are gone before they can work; others take the places of all then
     * @throws IllegalStateException if one does not start, or they are lost again and again; none is left then
     */
    static TrainingProcesses start(
            int count, Launch launch, byte[] task, boolean needEachOther, LostWorkers lost) {
        try {
            var workers = new ProcessGroup(launch, count);
            boolean complete = false;
            try {
                var processes = new TrainingProcesses(workers, task, needEachOther);
                while (!complete) {
                    complete = processes.hasBegun(lost);
                }
                return processes;
            } finally {
                // An error, or an interrupt that comes as one, leaves no process either.
                if (!complete) {
                    workers.close();
                }
            }
        } catch (IOException e) {
            throw ProcessGroup.unstarted("the workers cannot", e);
        }
    }

    private boolean hasBegun(LostWorkers lost) throws IOException {
        try {
            begin(workers.numbers());
            return true;
        } catch (WorkerLost e) {
            lost.beforeWork(e);
            return false;
        }
    }

    int count() {
        return workers.count();
    }

    WorkTimes times() {
        return times;
    }

    long pid(int worker) {
        return workers.get(worker).pid();
    }

    /**
     * Starts new processes for those that are gone.
     *
     * @throws WorkerLost if one of all is gone before they can work; all are to be replaced then
     */
    void replace(List<Integer> lost) throws WorkerLost {
        try {
            begin(lost);
        } catch (IOException e) {
            throw new WorkerLost(String.valueOf(e.getMessage()), workers.numbers());
        }
    }

    private void begin(List<Integer> numbers) throws IOException, WorkerLost {
        try {
            workers.start(numbers);
        } catch (Arrivals.Ended e) {
            throw new WorkerLost(String.valueOf(e.getMessage()), workers.numbers());
        }
        var body = ByteBuffer.allocate(Integer.BYTES + task.length).putInt(count()).put(task);
        tell(numbers, WorkerFrame.Kind.TASK, body.array());
        var ports = ByteBuffer.allocate(count() * Integer.BYTES);
        workers.all().forEach(worker -> ports.putInt(worker.port()));
        tell(workers.numbers(), WorkerFrame.Kind.PEERS, ports.array());
    }

    private void tell(List<Integer> numbers, WorkerFrame.Kind kind, byte[] body)
            throws IOException, WorkerLost {
        round++;
        numbers.forEach(number -> workers.get(number).send(new WorkerFrame(kind, round, body)));
        try {
            answers(numbers, (worker, found) -> {}, Long.MAX_VALUE);
        } catch (WorkerLost e) {
            throw new WorkerLost(e.getMessage() + " before it could work", workers.numbers());
        }
    }

    /**
     * Lets every worker do its order, and returns what each has to tell.
     *
     * @throws WorkerLost if one is gone, when all others are ready for new orders
     * @throws CancellationException if this thread is interrupted
     */
    List<byte[]> work(List<byte[]> orders, Pushed pushed) throws WorkerLost {
        return work(orders, pushed, Long.MAX_VALUE);
    }

    /**
     * The same, but not for ever.
     *
     * @param until when it is too late, as {@link System#nanoTime()} tells time
     * @throws IllegalStateException if it is
     */
    List<byte[]> work(List<byte[]> orders, Pushed pushed, long until) throws WorkerLost {
        round++;
        var numbers = new ArrayList<Integer>();
        for (var worker : workers.all()) {
            numbers.add(worker.number());
            times.begin(worker.number());
            worker.send(new WorkerFrame(WorkerFrame.Kind.WORK, round, orders.get(worker.number())));
        }
        try {
            var results = new ArrayList<byte[]>();
            for (var body : answers(numbers, pushed, until)) {
                var in = WireFormat.reader(body);
                int number = results.size();
                times.add(number, pid(number), in);
                results.add(WireFormat.readBytes(in));
            }
            return results;
        } catch (IOException e) {
            throw new IllegalStateException("the workers cannot be understood: " + e, e);
        }
    }

    /** Answers a worker that has pushed. */
    void pull(int worker, byte[] body) {
        workers.get(worker).send(new WorkerFrame(WorkerFrame.Kind.PULL, round, body));
    }

    private List<byte[]> answers(List<Integer> numbers, Pushed pushed, long until)
            throws WorkerLost, IOException {
        var answers = new byte[count()][];
        var busy = new ArrayList<>(numbers);
        int missing = numbers.size();
        long told = System.nanoTime();
        while (missing > 0) {
            var event = workers.next(until);
            if (busy.isEmpty() && System.nanoTime() - told > AFTERMATH) {
                throw new WorkerLost(
                        "the workers lost each other, and none is gone", workers.numbers());
            }
            if (event == null && System.nanoTime() > until) {
                throw new IllegalStateException("workers %s do not answer".formatted(busy));
            }
            if (event == null || isOld(event)) {
                continue;
            }
            var frame = event.frame();
            int from = event.from().number();
            if (frame == null) {
                throw lost(event.from(), busy);
            }
            switch (frame.kind()) {
                case PUSH -> pushed.heard(from, frame.body());
                case DONE -> {
                    answers[from] = frame.body();
                    busy.remove((Integer) from);
                    missing--;
                }
                // The one that is gone will be heard of next.
                case CUT_OFF -> {
                    busy.remove((Integer) from);
                    told = System.nanoTime();
                }
                case FAILED -> {
                    busy.remove((Integer) from);
                    checkLost(busy);
                    throw new IllegalStateException(
                            "worker %d (process %d) failed: %s"
                                    .formatted(
                                            from,
                                            pid(from),
                                            new String(frame.body(), StandardCharsets.UTF_8)));
                }
                default -> throw new IOException("worker " + from + " said " + frame.kind());
            }
        }
        return numbers.stream().map(number -> answers[number]).toList();
    }

    /** A worker may fail because another one is gone, of which nobody has heard yet. */
    private void checkLost(List<Integer> busy) throws WorkerLost {
        long until = System.nanoTime() + HEARSAY;
        while (System.nanoTime() < until) {
            var event = workers.next(until);
            if (event != null && event.frame() == null && !isOld(event)) {
                throw lost(event.from(), busy);
            }
        }
    }

    private boolean isOld(Event event) {
        return workers.isReplaced(event) || event.frame() != null && event.frame().round() != round;
    }

    /** Waits until all others have noticed, and ends those that have not. */
    private WorkerLost lost(TrainingProcess gone, List<Integer> busy) {
        var words = gone.obituary();
        var replaced = new ArrayList<>(List.of(gone.number()));
        var waiting = new ArrayList<>(needEachOther ? workers.numbers() : busy);
        waiting.remove((Integer) gone.number());
        if (!needEachOther) {
            waiting.forEach(number -> pull(number, WorkerFrame.EMPTY));
            long until = System.nanoTime() + AFTERMATH;
            while (!waiting.isEmpty() && System.nanoTime() < until) {
                var event = workers.next(until);
                if (event != null && !isOld(event)) {
                    var number = (Integer) event.from().number();
                    if (event.frame() == null || event.frame().kind() != WorkerFrame.Kind.PUSH) {
                        waiting.remove(number);
                    } else {
                        pull(number, WorkerFrame.EMPTY);
                    }
                    if (event.frame() == null && !replaced.contains(number)) {
                        replaced.add(number);
                    }
                }
            }
        }
        replaced.addAll(waiting);
        return new WorkerLost(words, replaced);
    }

    @Override
    public void close() {
        workers.close();
    }
}
