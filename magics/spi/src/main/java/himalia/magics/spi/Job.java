package himalia.magics.spi;

import himalia.display.bundle.Interrupts;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work with a name that goes on behind the cells; {@link Jobs#start} begins one. */
public final class Job {
    private final String name;
    private final Instant since = Instant.now();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile State state = State.RUNNING;
    private volatile String progress = "";
    private volatile @Nullable Object result;
    private volatile @Nullable Throwable failure;
    private volatile boolean ending;
    private volatile Runnable stop = () -> {};
    private Runnable forget = () -> {};

    Job(String name) {
        this.name = name;
    }

    /** How far a job is. */
    public enum State {
        RUNNING,
        /** It came to its end. */
        DONE,
        /** It threw something. */
        FAILED,
        /**
         * It was ended from outside. Where it failed of something else meanwhile, that is its failure; where it gave what it had, as a
         * training does, that is its result.
         */
        ENDED
    }

    /** Starts it; {@code atTheEnd} is what the session's end does to it while it runs. */
    void start(Notebook notebook, Callable<?> work, AutoCloseable atTheEnd) {
        forget = notebook.onEnd("job " + name, atTheEnd);
        try {
            stop = notebook.background("job " + name, () -> run(work));
        } catch (RuntimeException | Error e) {
            failure = e;
            state = State.FAILED;
            forget.run();
            over.countDown();
            throw e;
        }
        if (ending) {
            // By somebody who was faster.
            stop.run();
        }
    }

    private void run(Callable<?> work) {
        Jobs.CURRENT.set(this);
        try {
            result = work.call();
            state = ending ? State.ENDED : State.DONE;
        } catch (Throwable thrown) {
            // Whatever it is: it is told where somebody asks for the job.
            failure = ending && Interrupts.threw(thrown) ? null : thrown;
            state = ending ? State.ENDED : State.FAILED;
            tell();
        } finally {
            forget.run();
            over.countDown();
        }
    }

    /** As of any thread: below the cell that started it. */
    private void tell() {
        var handler = Thread.getDefaultUncaughtExceptionHandler();
        if (failure != null && handler != null) {
            handler.uncaughtException(Thread.currentThread(), failure);
        }
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns how far it is. */
    public State state() {
        return state;
    }

    /** Returns when it began. */
    public Instant since() {
        return since;
    }

    /** Returns what it said last with {@link Jobs#progress}. */
    public String progress() {
        return progress;
    }

    void progress(String words) {
        progress = words;
    }

    /** Returns what it gave; nothing before its end, and where it gives nothing. */
    public Optional<Object> result() {
        return Optional.ofNullable(result);
    }

    /** Returns what it failed of. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Interrupts it; where it goes on, its code ends at the next turn of a loop or call of a method, a third of a second later. */
    public void end() {
        if (state == State.RUNNING) {
            ending = true;
            stop.run();
        }
    }

    /** Waits until it is over; an interrupt of the cell ends the waiting, and not the job. */
    public Job await() throws InterruptedException {
        over.await();
        return this;
    }

    /** Waits until it is over, but no longer than so many milliseconds; returns whether it is. */
    public boolean await(long milliseconds) throws InterruptedException {
        return over.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public String toString() {
        var more = failure().map(String::valueOf).orElse(progress);
        return "job "
                + name
                + ": "
                + state.name().toLowerCase(java.util.Locale.ROOT)
                + (more.isEmpty() ? "" : ", " + more);
    }
}
