package himalia.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.StringColumn;

/** A column of texts that grows by numbers of rows of another one. */
final class TakenTexts {
    private final int[] numbers;
    private final List<String> texts;

    /** Of each text that was taken, and of none; 0 is what was not taken. */
    private final int[] keys;

    private final int[] counts;
    private final List<Integer> order = new ArrayList<>();
    private int[] taken = {};

    /**
     * Begins one.
     *
     * @param numbers of the text in each row of the other, the first one is 1; 0 is none
     */
    TakenTexts(int[] numbers, List<String> texts) {
        this.numbers = numbers;
        this.texts = texts;
        keys = new int[texts.size() + 1];
        keys[0] = ColumnsOfArrays.MISSING_KEY;
        counts = new int[keys.length];
    }

    /** Makes place for so many rows. */
    void room(int rows) {
        taken = Arrays.copyOf(taken, rows);
    }

    /** Takes rows by their numbers; of a negative one, nothing is known. */
    void take(int[] rows, int count, int at) {
        for (int i = 0; i < count; i++) {
            int number = rows[i] < 0 ? 0 : numbers[rows[i]];
            // No key is 0, but for billions of texts.
            taken[at + i] = keys[number] == 0 ? begin(number) : keys[number];
            counts[number]++;
        }
    }

    private int begin(int number) {
        keys[number] = ColumnsOfArrays.FIRST_KEY + order.size();
        order.add(number);
        return keys[number];
    }

    StringColumn column(String name, int rows) {
        return ColumnsOfArrays.texts(
                name,
                taken.length == rows ? taken : Arrays.copyOf(taken, rows),
                order.stream().map(number -> texts.get(number - 1)).toList(),
                order.stream().mapToInt(number -> counts[number]).toArray(),
                counts[0]);
    }
}
