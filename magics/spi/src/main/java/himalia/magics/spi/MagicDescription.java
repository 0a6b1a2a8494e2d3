package himalia.magics.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a magic before it is called: read from its annotations when its jar is built, written to {@code
 * META-INF/himalia/magics.json}, and read by the kernel and by the process that runs the cells.
 *
 * @param name without the percent signs
 * @param className its class; empty for a magic that a cell made, and where a jar adds subcommands to a magic of another
 * @param kind how it is written and what its body is
 * @param apart whether what stands below it in a cell is compiled when it has run: {@link Apart}
 * @param returnType the type that {@code run} or {@code after} declares, as Java source; {@code void} for nothing
 * @param summary one sentence
 * @param help the whole help text; empty where a family takes a subcommand only to refuse it
 * @param options its named parameters
 * @param positionals its other parameters, in order; the word of the subcommand is none of them
 * @param choice what the word of the subcommand is called, such as {@code ALGORITHM}; empty where there are none
 * @param subcommands by name; each has all the parameters that a line with it takes
 */
public record MagicDescription(
        String name,
        String className,
        Kind kind,
        boolean apart,
        String returnType,
        String summary,
        String help,
        List<Parameter> options,
        List<Parameter> positionals,
        String choice,
        List<MagicDescription> subcommands) {
    /** What the key of a magic of a whole cell begins with. */
    public static final String CELL = "%%";

    public MagicDescription {
        options = List.copyOf(options);
        positionals = List.copyOf(positionals);
        subcommands = List.copyOf(subcommands);
    }

    /** Describes a magic without subcommands that stands among the code around it. */
    public MagicDescription(
            String name,
            String className,
            Kind kind,
            String returnType,
            String summary,
            String help,
            List<Parameter> options,
            List<Parameter> positionals) {
        this(
                name,
                className,
                kind,
                false,
                returnType,
                summary,
                help,
                options,
                positionals,
                "",
                List.of());
    }

    /** How a magic is written. */
    public enum Kind {
        /** {@code %name}. */
        LINE,
        /** {@code %%name}, its body passed as text. */
        TEXT_BODY,
        /** {@code %%name}, its body one Java expression. */
        EXPRESSION_BODY,
        /** {@code %%name}, its body SQL: {@link SqlBody}. */
        SQL_BODY,
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
     * @param type the class of one value
     * @param valuesFrom the class of the {@link Candidates} that tell its values at run time; empty where there are none
     */
    public record Parameter(
            List<String> names,
            boolean expression,
            boolean takesValue,
            boolean many,
            String description,
            List<String> candidates,
            String type,
            String valuesFrom) {
        public Parameter {
            names = List.copyOf(names);
            candidates = List.copyOf(candidates);
        }

        /** A parameter whose type is not told, and whose values nobody tells at run time. */
        public Parameter(
                List<String> names,
                boolean expression,
                boolean takesValue,
                boolean many,
                String description,
                List<String> candidates) {
            this(names, expression, takesValue, many, description, candidates, "", "");
        }

        static Parameter of(Map<?, ?> fields) {
            return new Parameter(
                    IndexFields.texts(fields, "names"),
                    IndexFields.flag(fields, "expression"),
                    IndexFields.flag(fields, "takesValue"),
                    IndexFields.flag(fields, "many"),
                    IndexFields.text(fields, "description"),
                    IndexFields.texts(fields, "candidates"),
                    IndexFields.text(fields, "type"),
                    IndexFields.text(fields, "valuesFrom"));
        }

        Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("names", names);
            fields.put("expression", expression);
            fields.put("takesValue", takesValue);
            fields.put("many", many);
            fields.put("description", description);
            fields.put("candidates", candidates);
            fields.put("type", type);
            if (!valuesFrom.isEmpty()) {
                fields.put("valuesFrom", valuesFrom);
            }
            return fields;
        }
    }

    /**
     * Reads what {@link #fields()} has written.
     *
     * @throws IllegalArgumentException if it is of a later form
     */
    public static MagicDescription of(Map<?, ?> fields) {
        return new MagicDescription(
                IndexFields.text(fields, "name"),
                IndexFields.text(fields, "class"),
                Kind.valueOf(IndexFields.text(fields, "kind")),
                IndexFields.flag(fields, "apart"),
                IndexFields.text(fields, "returnType"),
                IndexFields.text(fields, "summary"),
                IndexFields.text(fields, "help"),
                IndexFields.list(fields, "options", Parameter::of),
                IndexFields.list(fields, "positionals", Parameter::of),
                IndexFields.text(fields, "choice"),
                IndexFields.list(fields, "subcommands", MagicDescription::of));
    }

    /** Returns it as the object that stands in the index. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        fields.put("class", className);
        fields.put("kind", kind.name());
        if (apart) {
            fields.put("apart", true);
        }
        fields.put("returnType", returnType);
        fields.put("summary", summary);
        fields.put("help", help);
        fields.put("options", options.stream().map(Parameter::fields).toList());
        fields.put("positionals", positionals.stream().map(Parameter::fields).toList());
        if (!choice.isEmpty() || !subcommands.isEmpty()) {
            fields.put("choice", choice);
            fields.put("subcommands", subcommands.stream().map(MagicDescription::fields).toList());
        }
        return fields;
    }

    /** Describes a magic that a cell made: all its words are texts, its value may be of any type, and it may do anything. */
    public static MagicDescription own(String name, Kind kind) {
        var written = (kind == Kind.LINE ? "%" : CELL) + name;
        return new MagicDescription(
                name,
                "",
                kind,
                true,
                "java.lang.Object",
                "made in this notebook",
                written + ", made in this notebook",
                List.of(),
                List.of(),
                "",
                List.of());
    }

    /** Returns whether a cell made it. */
    public boolean own() {
        return className.isEmpty();
    }

    /** Returns what it is found by: a name may belong to a magic of a line and to another one of a cell. */
    public String key() {
        return switch (kind) {
            case LINE, AROUND -> name;
            case TEXT_BODY, EXPRESSION_BODY, SQL_BODY -> CELL + name;
        };
    }

    /** Returns it under another name. */
    public MagicDescription alias(String other) {
        return with(other, "Another name of " + name + ". " + summary, subcommands);
    }

    /** Returns the option of that name, such as {@code --label}. */
    public Optional<Parameter> option(String word) {
        return options.stream().filter(option -> option.names().contains(word)).findFirst();
    }

    /** Returns the positional parameter that the {@code index}-th plain word is for. */
    public Optional<Parameter> positional(int index) {
        int last = positionals.size() - 1;
        if (index <= last) {
            return Optional.of(positionals.get(index));
        }
        return last >= 0 && positionals.get(last).many()
                ? Optional.of(positionals.get(last))
                : Optional.empty();
    }

    /** Returns whether its lines name a subcommand. */
    public boolean isFamily() {
        return !choice.isEmpty();
    }

    /** Returns the subcommand of that name, written large or small. */
    public Optional<MagicDescription> subcommand(String word) {
        return subcommands.stream().filter(each -> each.name.equalsIgnoreCase(word)).findFirst();
    }

    /** Returns the option of that name, of its own or of a subcommand. */
    public Optional<Parameter> anyOption(String word) {
        return option(word)
                .or(
                        () ->
                                subcommands.stream()
                                        .flatMap(each -> each.option(word).stream())
                                        .findFirst());
    }

    /** Returns it with the subcommands that another one adds; of two of one name its own stays. */
    public MagicDescription with(MagicDescription added) {
        var byName = new TreeMap<String, MagicDescription>();
        subcommands.forEach(each -> byName.put(each.name, each));
        added.subcommands.forEach(each -> byName.putIfAbsent(each.name, each));
        return with(name, summary, List.copyOf(byName.values()));
    }

    private MagicDescription with(
            String newName, String newSummary, List<MagicDescription> newSubcommands) {
        return new MagicDescription(
                newName,
                className,
                kind,
                apart,
                returnType,
                newSummary,
                help,
                options,
                positionals,
                choice,
                newSubcommands);
    }

    /** Returns the help text, with the subcommands that there are. */
    public String wholeHelp() {
        var offered = SubcommandWord.offered(this);
        if (offered.isEmpty()) {
            return help;
        }
        int width = offered.stream().mapToInt(each -> each.name.length()).max().orElse(0);
        var list = new StringBuilder(help).append("\n\n").append(choice).append(" is one of");
        for (var each : offered) {
            var gap = " ".repeat(width + 2 - each.name.length());
            list.append("\n  ").append(each.name).append(gap).append(each.summary);
        }
        var first = offered.get(0).name;
        return list + "\n%" + name + " " + first + " --help tells what " + first + " takes.";
    }
}
