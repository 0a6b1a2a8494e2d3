package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription.Parameter;
import java.util.List;

/** Tells, as the notebook stands, which values a parameter may have, and which texts in code mean something. */
@FunctionalInterface
public interface RuntimeValues {
    /** Knows none. No lambda: the startup cache keeps none of an interface that has constants and bodies. */
    RuntimeValues NONE =
            new RuntimeValues() {
                @Override
                public List<String> of(Parameter parameter, List<String> words) {
                    return List.of();
                }
            };

    /** Returns them within half a second; none where they cannot be had by then. */
    List<String> of(Parameter parameter, List<String> words);

    /** Returns, as soon, what a text may be: {@code words} are the names in its statement, the last the method it is given to. */
    default List<String> ofText(List<String> words) {
        return List.of();
    }

    /** Returns the same for the texts of several statements, asked at once. */
    default List<List<String>> ofTexts(List<List<String>> statements) {
        return statements.stream().map(this::ofText).toList();
    }
}
