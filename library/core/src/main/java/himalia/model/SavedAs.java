package himalia.model;

/**
 * What stands as a record in a model file, since it holds what no file does, such as code.
 *
 * <pre>{@code
 * record WrittenRule(String title) {}                     // a SavedTypes names it
 * record Rule(String title, java.util.function.DoubleUnaryOperator function) implements SavedAs {
 *     public Record savedAs() {
 *         return new WrittenRule(title);
 *     }
 * }
 * }</pre>
 */
public interface SavedAs {
    /** Returns what is written in its place, and read again: of the type that the record is declared as where it is used. */
    Record savedAs();
}
