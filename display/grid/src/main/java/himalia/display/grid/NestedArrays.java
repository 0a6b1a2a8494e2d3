package himalia.display.grid;

import java.lang.reflect.Array;
import java.util.Optional;
import java.util.stream.IntStream;

/** Arrays of arrays, ragged ones too, seen as rows and columns named by their numbers. */
final class NestedArrays {
    /** A ragged matrix is as wide as the widest of its first rows. */
    private static final int LOOK = 1000;

    private NestedArrays() {}

    static Optional<GridSource> source(Object[] array) {
        var element = array.getClass().getComponentType().getComponentType();
        if (element == null || element.isArray()) {
            return Optional.empty();
        }
        var width = 0;
        for (int i = 0; i < Math.min(array.length, LOOK); i++) {
            width = Math.max(width, array[i] == null ? 0 : Array.getLength(array[i]));
        }
        return Optional.of(
                new Rows(
                        "",
                        IntStream.range(0, width).mapToObj(Integer::toString).toList(),
                        IntStream.range(0, width).mapToObj(i -> Lists.typeName(element)).toList(),
                        RowCount.of(array.length),
                        (row, column) ->
                                array[row] == null || column >= Array.getLength(array[row])
                                        ? null
                                        : Array.get(array[row], column),
                        (row, column) ->
                                array[row] != null && column >= Array.getLength(array[row])));
    }
}
