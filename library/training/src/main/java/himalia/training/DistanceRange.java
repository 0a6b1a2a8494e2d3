package himalia.training;

import himalia.model.Schema;
import himalia.model.UnfitCell;

/** Numbers between which distances can be measured. */
final class DistanceRange {
    /** Squares of larger ones, added up, are infinite; those of smaller ones are 0. */
    private static final double LARGEST = 1e150;

    private DistanceRange() {}

    /** Returns the rows as they are, if each of their numbers has a square. */
    static double[][] checked(Schema schema, double[][] rows, String algorithm) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                if (Math.abs(rows[i][j]) > LARGEST) {
                    throw unfit(schema.features().get(j).name(), i, rows[i][j], algorithm);
                }
            }
        }
        return rows;
    }

    /** Returns rows to learn from as they are, if, besides, not all squares are 0. */
    static double[][] toLearn(Schema schema, double[][] rows, String algorithm) {
        double most = 0;
        for (var row : checked(schema, rows, algorithm)) {
            for (double value : row) {
                most = Math.max(most, Math.abs(value));
            }
        }
        if (most > 0 && most < 1 / LARGEST) {
            throw new IllegalArgumentException(
                    "the numbers reach %s, whose square is 0, and %s measures distances; put a StandardScaler before it in a Pipeline"
                            .formatted(most, algorithm));
        }
        return rows;
    }

    private static UnfitCell unfit(String column, int row, double value, String algorithm) {
        boolean isFinite = Double.isFinite(value);
        return new UnfitCell(
                column,
                row,
                "is %s, and the model takes numbers up to 1E150".formatted(value),
                "column '%s' has %s in row %d%s, and %s measures distances; %sdrop that row"
                        .formatted(
                                column,
                                value,
                                row,
                                isFinite ? ", whose square is infinite" : "",
                                algorithm,
                                isFinite
                                        ? "put a StandardScaler before it in a Pipeline, or "
                                        : ""));
    }
}
