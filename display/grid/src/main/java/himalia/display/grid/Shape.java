package himalia.display.grid;

import java.lang.reflect.Array;
import java.util.ArrayList;

/** The shape and element type of an array: {@code [3×224×224 float]}. */
final class Shape {
    private Shape() {}

    static String of(Object array) {
        var sizes = new ArrayList<String>();
        var type = array.getClass();
        Object level = array;
        while (type.isArray()) {
            sizes.add(level == null ? "?" : Integer.toString(Array.getLength(level)));
            level =
                    level == null
                                    || Array.getLength(level) == 0
                                    || type.getComponentType().isPrimitive()
                            ? null
                            : Array.get(level, 0);
            type = type.getComponentType();
        }
        return "[" + String.join("×", sizes) + " " + type.getSimpleName() + "]";
    }
}
