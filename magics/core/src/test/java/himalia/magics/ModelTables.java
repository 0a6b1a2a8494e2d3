package himalia.magics;

import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Small tables to train on. */
public final class ModelTables {
    private ModelTables() {}

    /** Rows of two features, one in four of class 1, told apart by their sum but for some noise. */
    public static Table rows(int rows, long seed) {
        var random = new Random(seed);
        var a = DoubleColumn.create("a");
        var b = DoubleColumn.create("b");
        var y = IntColumn.create("y");
        for (int i = 0; i < rows; i++) {
            int label = i % 4 == 0 ? 1 : 0;
            a.append(random.nextGaussian() + 2 * label);
            b.append(random.nextGaussian() + 2 * label);
            y.append(label);
        }
        return Table.create("rows", a, b, y);
    }
}
