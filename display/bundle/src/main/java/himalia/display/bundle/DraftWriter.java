package himalia.display.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Who writes a draft, as its name tells: a process of this machine, by its number, or one of another machine that has the same folder.
 *
 * @param machine tells machines and containers, which count processes anew, apart; 0 where nobody knows
 */
record DraftWriter(int machine, int process) {
    private static final DraftWriter OURS =
            new DraftWriter(
                    machine(process -> ProcessHandle.of(process).isPresent()),
                    (int) ProcessHandle.current().pid());

    private static final long LOW = 0xffff_ffffL;

    /** Returns the one that a name tells. */
    static DraftWriter of(UUID name) {
        long low = name.getLeastSignificantBits();
        return new DraftWriter((int) (low >>> Integer.SIZE), (int) low);
    }

    /** Returns a new name, which tells that this process writes. */
    static UUID newName() {
        return OURS.name(UUID.randomUUID().getMostSignificantBits());
    }

    /** Returns a name that tells of it. */
    UUID name(long random) {
        return new UUID(random, (long) machine << Integer.SIZE | process & LOW);
    }

    /** Returns whether it is known to have ended; of what is on another machine nobody knows here. */
    boolean isGone() {
        return machine != 0
                && machine == OURS.machine
                && ProcessHandle.of(process & LOW).filter(ProcessHandle::isAlive).isEmpty();
    }

    /**
     * Returns this machine's number.
     *
     * @param isSeen whether a process is; where another user's are hidden, as by {@code hidepid}, nobody knows which ones have ended
     */
    static int machine(LongPredicate isSeen) {
        if (!isSeen.test(1) || !isSeen.test(ProcessHandle.current().pid())) {
            return 0;
        }
        try {
            var system = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            return (system + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))).hashCode();
        } catch (IOException | RuntimeException e) {
            // Linux alone has it.
            return 0;
        }
    }
}
