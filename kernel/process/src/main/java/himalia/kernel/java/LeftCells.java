package himalia.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Earlier cells that were to run again, and do not because one before them failed. */
final class LeftCells {
    private final List<String> numbers = new ArrayList<>();

    void add(int number) {
        numbers.add(String.valueOf(number));
    }

    /** Says which they are and how to go on with them; nothing where there are none. */
    Optional<String> text() {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        var cells = numbers.size() == 1 ? "cell " : "cells ";
        return Optional.of(
                "Not run again, since one before did not end well: "
                        + cells
                        + String.join(", ", numbers)
                        + ". To go on there: %replay --from "
                        + numbers.get(0));
    }
}
