package himalia.magics.spi;

import java.util.List;

/**
 * What the notebook knows of a magic before it is called; read from its annotations when the project is built.
 *
 * @param name without the percent signs
 * @param kind how it is written and what its body is
 * @param returnType the type that {@code run} or {@code after} declares, as Java source; {@code void} for nothing
 * @param summary one sentence
 * @param help the whole help text
 * @param options its named parameters
 * @param positionals its other parameters, in order
 */
public record MagicDescription(
        String name,
        Kind kind,
        String returnType,
        String summary,
        String help,
        List<Parameter> options,
        List<Parameter> positionals) {
    /** How a magic is written. */
    public enum Kind {
        /** {@code %name}. */
        LINE,
        /** {@code %%name}, its body passed as text. */
        TEXT_BODY,
        /** {@code %%name}, its body one Java expression. */
        EXPRESSION_BODY,
        /** {@code %name} and {@code %%name}, around code. */
        AROUND
    }

    /**
     * One parameter.
     *
     * @param names such as {@code --label} and {@code -l}; for a positional one, its label
     * @param expression true where a word stands for the value of a Java expression, false where it is text
     * @param takesValue false for a flag
     * @param many true where it takes all the words that follow
     * @param description one sentence
     * @param candidates the values it knows, for completion; empty where any will do
     */
    public record Parameter(
            List<String> names,
            boolean expression,
            boolean takesValue,
            boolean many,
            String description,
            List<String> candidates) {}
}
