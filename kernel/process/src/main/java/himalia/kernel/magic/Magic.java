package himalia.kernel.magic;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a magic before it is called.
 *
 * @param name without percent signs
 * @param kind how it is written
 * @param returnType as Java source; {@code void} for nothing
 * @param summary one sentence
 * @param help the whole help text
 * @param options its named parameters
 * @param positionals its other parameters, in order
 * @param own whether a cell made it: all its words are texts, and its value may be of any type
 */
public record Magic(
        String name,
        Kind kind,
        String returnType,
        String summary,
        String help,
        List<Parameter> options,
        List<Parameter> positionals,
        boolean own) {
    /** A magic of the index. */
    public Magic(
            String name,
            Kind kind,
            String returnType,
            String summary,
            String help,
            List<Parameter> options,
            List<Parameter> positionals) {
        this(name, kind, returnType, summary, help, options, positionals, false);
    }

    public Magic {
        options = List.copyOf(options);
        positionals = List.copyOf(positionals);
    }

    /** How a magic is written. */
    public enum Kind {
        LINE,
        TEXT_BODY,
        EXPRESSION_BODY,
        AROUND
    }

    /**
     * One parameter.
     *
     * @param names such as {@code --label}; for a positional one its label
     * @param expression whether a word stands for the value of a Java expression
     * @param takesValue false for a flag
     * @param many whether it takes all the words that follow
     * @param description one sentence
     * @param candidates the values it knows
     */
    public record Parameter(
            List<String> names,
            boolean expression,
            boolean takesValue,
            boolean many,
            String description,
            List<String> candidates) {
        public Parameter {
            names = List.copyOf(names);
            candidates = List.copyOf(candidates);
        }
    }

    Optional<Parameter> option(String word) {
        return options.stream().filter(option -> option.names().contains(word)).findFirst();
    }

    /** Returns the positional parameter that the {@code index}-th plain word is for. */
    Optional<Parameter> positional(int index) {
        if (index < positionals.size()) {
            return Optional.of(positionals.get(index));
        }
        if (!positionals.isEmpty() && positionals.get(positionals.size() - 1).many()) {
            return Optional.of(positionals.get(positionals.size() - 1));
        }
        return Optional.empty();
    }
}
