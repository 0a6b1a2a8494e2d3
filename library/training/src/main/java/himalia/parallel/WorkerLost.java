package himalia.parallel;

import java.util.List;

/** Workers are gone in the middle of their work. */
final class WorkerLost extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<Integer> numbers;

    /**
     * Names them.
     *
     * @param numbers all that are to be replaced
     */
    WorkerLost(String message, List<Integer> numbers) {
        super(message);
        this.numbers = List.copyOf(numbers);
    }

    List<Integer> numbers() {
        return numbers;
    }
}
