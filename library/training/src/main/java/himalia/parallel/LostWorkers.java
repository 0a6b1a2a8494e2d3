package himalia.parallel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Workers that a training has lost, and when it gives up. */
final class LostWorkers {
    /** So many losses without any progress between them are no accident. */
    private static final int MOST = 3;

    private final List<String> words = new ArrayList<>();
    private final int most;
    private int inARow;

    LostWorkers() {
        this(MOST);
    }

    private LostWorkers(int most) {
        this.most = most;
    }

    /** None may be lost: who started it is told at once. */
    static LostWorkers none() {
        return new LostWorkers(0);
    }

    /** Starts others in their place, again if one of these is lost meanwhile, and notes it. */
    void replace(TrainingProcesses processes, WorkerLost lost, String where) {
        var news = new StringBuilder(lost.getMessage());
        var replaced = lost.numbers();
        count(lost);
        for (boolean complete = false; !complete; ) {
            try {
                processes.replace(replaced);
                complete = true;
            } catch (WorkerLost again) {
                news.append("; ").append(again.getMessage());
                replaced = again.numbers();
                count(again);
            }
        }
        for (int number : replaced) {
            news.append("; process %d is worker %d now".formatted(processes.pid(number), number));
        }
        words.add(news.append("; training went on ").append(where).toString());
    }

    /**
     * Notes one that is gone before it could work, in whose place and in that of all others new ones are started.
     *
     * @throws IOException if these were too many
     */
    void beforeWork(WorkerLost lost) throws IOException {
        inARow++;
        if (inARow > most) {
            throw new IOException(
                    most == 0
                            ? lost.getMessage()
                            : "%s, the %dth of them in a row".formatted(lost.getMessage(), inARow),
                    lost);
        }
        words.add(lost.getMessage() + "; all workers were started anew, and training began");
    }

    private void count(WorkerLost lost) {
        inARow++;
        if (inARow > most) {
            throw new IllegalStateException(
                    "%s, the %dth loss without progress; the training is given up; take fewer workers where memory is short, or train in this process alone"
                            .formatted(lost.getMessage(), inARow),
                    lost);
        }
    }

    void progress() {
        inARow = 0;
    }

    /** Returns a line for each loss. */
    List<String> words() {
        return List.copyOf(words);
    }
}
