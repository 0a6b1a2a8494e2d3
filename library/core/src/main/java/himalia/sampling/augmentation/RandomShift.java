package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Moves a picture by some points up or down and left or right, each drawn evenly; black comes in.
 *
 * <pre>{@code
 * new RandomShift(1, 2).apply(digit, new Random(42))
 * }</pre>
 *
 * @param rows most points up or down
 * @param columns most points to the left or right
 */
public record RandomShift(int rows, int columns) implements Transform<Pixels> {
    public RandomShift {
        Ranges.notNegative(rows, "rows");
        Ranges.notNegative(columns, "columns");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        if (rows >= original.height() || columns >= original.width()) {
            throw new IllegalArgumentException(
                    "a picture of %d × %d that is moved by up to %d rows and %d columns may be gone; take fewer"
                            .formatted(original.height(), original.width(), rows, columns));
        }
        var down = random.nextInt(2 * rows + 1) - rows;
        var right = random.nextInt(2 * columns + 1) - columns;
        return Images.shift(original, down, right, original.low());
    }
}
