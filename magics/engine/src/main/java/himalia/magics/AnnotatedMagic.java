package himalia.magics;

import himalia.magics.spi.AroundMagic;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicDescription.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads what the index says of a magic from its class and its annotations. */
final class AnnotatedMagic {
    private AnnotatedMagic() {}

    /** Describes a magic under each of its names. */
    static List<MagicDescription> named(Object magic) {
        var all = new ArrayList<MagicDescription>();
        var described = describe(magic);
        all.add(described);
        for (var alias : MagicSpecs.commandLine(magic).getCommandSpec().aliases()) {
            all.add(described.alias(alias));
        }
        return all;
    }

    /** Describes a magic. */
    static MagicDescription describe(Object magic) {
        var type = magic.getClass();
        var kind = kind(type);
        var line = MagicSpecs.commandLine(magic);
        var spec = line.getCommandSpec();
        var percent = kind == Kind.TEXT_BODY || kind == Kind.EXPRESSION_BODY ? "%%" : "%";
        return new MagicDescription(
                spec.name(),
                type.getName(),
                kind,
                source(runs(type).getGenericReturnType()),
                sentence(spec.usageMessage().description()),
                MagicSpecs.help(line, percent),
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(AnnotatedMagic::option)
                        .toList(),
                spec.positionalParameters().stream()
                        .filter(positional -> !positional.hidden())
                        .map(AnnotatedMagic::positional)
                        .toList());
    }

    private static Kind kind(Class<?> type) {
        if (LineMagic.class.isAssignableFrom(type)) {
            return Kind.LINE;
        }
        if (AroundMagic.class.isAssignableFrom(type)) {
            return Kind.AROUND;
        }
        return runs(type).getParameterTypes()[1] == String.class
                ? Kind.TEXT_BODY
                : Kind.EXPRESSION_BODY;
    }

    /** The method whose result is the magic's value, with the types that the magic itself declares. */
    private static Method runs(Class<?> type) {
        var name = AroundMagic.class.isAssignableFrom(type) ? "after" : "run";
        var count = CellMagic.class.isAssignableFrom(type) ? 2 : 1;
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> method.getParameterCount() == count)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(type.getName() + " is not a magic"));
    }

    private static Parameter option(OptionSpec option) {
        return parameter(List.of(option.names()), option);
    }

    private static Parameter positional(PositionalParamSpec positional) {
        return parameter(List.of(positional.paramLabel()), positional);
    }

    private static Parameter parameter(List<String> names, ArgSpec parameter) {
        var type = MagicSpecs.type(parameter);
        return new Parameter(
                names,
                MagicSpecs.isExpression(type),
                parameter.arity().max() > 0,
                parameter.isMultiValue(),
                sentence(parameter.description()),
                candidates(parameter, type));
    }

    private static List<String> candidates(ArgSpec parameter, Class<?> type) {
        if (parameter.completionCandidates() != null) {
            var known = new ArrayList<String>();
            parameter.completionCandidates().forEach(known::add);
            return known.stream()
                    .map(one -> type.isEnum() ? one.toLowerCase(Locale.ROOT) : one)
                    .toList();
        }
        return List.of();
    }

    private static String sentence(String[] description) {
        return description.length == 0 ? "" : description[0].replace("%%", "%");
    }

    /** A type as Java source. */
    private static String source(Type type) {
        if (type == Void.class) {
            return "void";
        }
        if (type instanceof Class<?> plain) {
            return plain.getCanonicalName();
        }
        if (type instanceof ParameterizedType generic) {
            return source(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(AnnotatedMagic::source)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return type.getTypeName().replace('$', '.');
    }
}
