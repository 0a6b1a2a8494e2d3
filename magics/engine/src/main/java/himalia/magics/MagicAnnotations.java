package himalia.magics;

import himalia.magics.spi.Apart;
import himalia.magics.spi.AroundMagic;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicDescription.Parameter;
import himalia.magics.spi.SqlBody;
import himalia.magics.spi.Subcommand;
import himalia.magics.spi.ValuesFrom;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads what the index says of a magic from its class and its annotations. */
final class MagicAnnotations {
    private MagicAnnotations() {}

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

    /** Describes a magic; a family without its subcommands. */
    static MagicDescription describe(Object magic) {
        var type = magic.getClass();
        var kind = kind(type);
        var line = MagicSpecs.commandLine(magic);
        var percent = kind == Kind.LINE || kind == Kind.AROUND ? "%" : "%%";
        var choice =
                magic instanceof FamilyMagic
                        ? line.getCommandSpec().usageMessage().synopsisSubcommandLabel()
                        : "";
        var written = percent + line.getCommandName() + (choice.isEmpty() ? "" : " " + choice);
        var gives = JavaTypes.source(runs(type).getGenericReturnType());
        return describe(type, kind, gives, line, MagicSpecs.help(line, written), choice);
    }

    /** Describes a subcommand, with all that a line with it takes; without a help text where its family only refuses it. */
    @SuppressWarnings("unchecked") // the subcommand's services file has the name of its type
    static MagicDescription subcommand(FamilyMagic<?> family, Object subcommand) {
        var line = MagicSpecs.commandLine(family, subcommand);
        var name = MagicSpecs.commandLine(family).getCommandName();
        boolean isTaken = ((FamilyMagic<Subcommand<?>>) family).takes((Subcommand<?>) subcommand);
        var help = isTaken ? MagicSpecs.help(line, "%" + name + " " + line.getCommandName()) : "";
        var type = subcommand.getClass();
        var own = runs(family.getClass()).getGenericReturnType();
        var gives =
                own == Object.class
                        ? JavaTypes.given(type, Subcommand.class)
                        : JavaTypes.source(own);
        return describe(type, Kind.LINE, gives, line, help, "");
    }

    /** Returns the type that the services file of a family's subcommands has its name of. */
    static Class<?> joint(Class<?> family) {
        var joint = TypeArguments.of(family, FamilyMagic.class).orElse(Subcommand.class);
        return joint instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) joint;
    }

    private static MagicDescription describe(
            Class<?> type, Kind kind, String gives, CommandLine line, String help, String choice) {
        var spec = line.getCommandSpec();
        return new MagicDescription(
                spec.name(),
                type.getName(),
                kind,
                type.isAnnotationPresent(Apart.class),
                gives,
                sentence(spec.usageMessage().description()),
                help,
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(MagicAnnotations::option)
                        .toList(),
                spec.positionalParameters().stream()
                        .filter(positional -> !positional.hidden())
                        .map(MagicAnnotations::positional)
                        .toList(),
                choice,
                List.of());
    }

    private static Kind kind(Class<?> type) {
        if (LineMagic.class.isAssignableFrom(type) || FamilyMagic.class.isAssignableFrom(type)) {
            return Kind.LINE;
        }
        if (AroundMagic.class.isAssignableFrom(type)) {
            return Kind.AROUND;
        }
        var body = runs(type).getParameterTypes()[1];
        return body == String.class
                ? Kind.TEXT_BODY
                : body == SqlBody.class ? Kind.SQL_BODY : Kind.EXPRESSION_BODY;
    }

    /** The method whose result is the magic's value, with the types that the magic itself declares. */
    private static Method runs(Class<?> type) {
        var name = AroundMagic.class.isAssignableFrom(type) ? "after" : "run";
        boolean two =
                CellMagic.class.isAssignableFrom(type) || FamilyMagic.class.isAssignableFrom(type);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> method.getParameterCount() == (two ? 2 : 1))
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
                candidates(parameter, type),
                type.getName(),
                valuesFrom(parameter));
    }

    private static String valuesFrom(ArgSpec parameter) {
        var told =
                parameter.userObject() instanceof AnnotatedElement field
                        ? field.getAnnotation(ValuesFrom.class)
                        : null;
        return told == null ? "" : told.value().getName();
    }

    private static List<String> candidates(ArgSpec parameter, Class<?> type) {
        if (parameter.completionCandidates() != null) {
            var known = new ArrayList<String>();
            parameter.completionCandidates().forEach(known::add);
            return known.stream()
                    .map(one -> type.isEnum() ? MagicSpecs.written(one) : one)
                    .toList();
        }
        return List.of();
    }

    private static String sentence(String[] description) {
        return description.length == 0 ? "" : description[0].replace("%%", "%");
    }
}
