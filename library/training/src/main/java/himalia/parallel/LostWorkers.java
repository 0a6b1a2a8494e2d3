package himalia.parallel;

import java.util.ArrayList;
import java.util.List;

/** Workers that a training has lost, and when it gives up. */
final class LostWorkers {
    /** So many losses without any progress between them are no accident. */
    private static final int MOST = 3;

    private final List<String> words = new ArrayList<>();
    private int inARow;

    /** Starts others in their place, and notes it. */
    void replace(TrainingProcesses processes, WorkerLost lost, String where) {
        inARow++;
        if (inARow > MOST) {
            throw new IllegalStateException(
                    "%s, the %dth loss without progress; the training is given up"
                            .formatted(lost.getMessage(), inARow),
                    lost);
        }
        processes.replace(lost.numbers());
        var news = new StringBuilder(lost.getMessage());
        for (int number : lost.numbers()) {
            news.append("; process %d is worker %d now".formatted(processes.pid(number), number));
        }
        words.add(news.append("; training went on ").append(where).toString());
    }

    void progress() {
        inARow = 0;
    }

    /** Returns a line for each loss. */
    List<String> words() {
        return List.copyOf(words);
    }
}
