package himalia.kernel.java;

import himalia.javac.Surprise;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Our own index of what is declared: JShell's lists grow with every snippet there ever was. */
public final class Session {
    private final Map<String, VarSnippet> variables = new LinkedHashMap<>();
    private final Map<String, MethodSnippet> methods = new LinkedHashMap<>();
    private final Map<String, TypeDeclSnippet> types = new LinkedHashMap<>();
    private final Set<String> imported = new HashSet<>();
    private final Set<Surprise> surprises = EnumSet.noneOf(Surprise.class);
    private final Set<String> shadows = new HashSet<>();
    private final Map<String, Failed> failed = new HashMap<>();
    private final Map<String, Integer> setInVain = new HashMap<>();
    private final Set<String> setWell = new HashSet<>();
    private final Map<Integer, String> goneValues = new HashMap<>();
    private List<String> lost = List.of();
    private final Map<String, Supplier<String>> goneBy = new HashMap<>();
    private final Map<Integer, String> typesOfValues = new HashMap<>();
    private final OwnPackages packages = new OwnPackages();
    private final ForgottenImports forgotten = new ForgottenImports();

    /**
     * What the last cell that failed would have declared by a name.
     *
     * @param cell its number
     * @param interrupted whether the user ended it
     */
    public record Failed(int cell, Entry.Kind kind, boolean interrupted) {}

    /** Notes what an evaluation changed. */
    void note(SnippetEvent event) {
        var snippet = event.snippet();
        boolean active = event.status().isActive();
        if (snippet instanceof VarSnippet variable) {
            if (snippet.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                keep(variables, variable.name(), variable, active);
            }
        } else if (snippet instanceof MethodSnippet method) {
            keep(methods, method.name() + "(" + method.parameterTypes() + ")", method, active);
        } else if (snippet instanceof TypeDeclSnippet type) {
            keep(types, type.name(), type, active);
        }
    }

    private static <S extends PersistentSnippet> void keep(
            Map<String, S> map, String name, S snippet, boolean active) {
        if (active) {
            map.put(name, snippet);
        } else if (map.get(name) == snippet) {
            map.remove(name);
        }
    }

    /** Returns whether it is the first of its kind in this session. */
    boolean isFirst(Surprise surprise) {
        return surprises.add(surprise);
    }

    /** Returns whether it is the first time in this session that a type of this name hides another one. */
    boolean isFirstShadow(String name) {
        return shadows.add(name);
    }

    /** Notes that the cell of a number failed, which would have declared these names. */
    void failed(int count, Set<LocalNames.Name> names, boolean interrupted) {
        names.forEach(name -> failed.put(name.text(), new Failed(count, name.kind(), interrupted)));
    }

    /** Notes the variables that the cell of a number has set, however it will end. */
    void set(int cell, Collection<String> variables) {
        variables.stream()
                .filter(name -> !setWell.contains(name))
                .forEach(name -> setInVain.put(name, cell));
    }

    /** Notes that the cell of a number ended well, which declares these names. */
    void endedWell(int cell, Set<String> declared) {
        failed.keySet().removeAll(declared);
        setInVain
                .entrySet()
                .removeIf(each -> each.getValue() == cell && setWell.add(each.getKey()));
    }

    /** Returns the cell that last set a variable and did not end well, where none that did has set it. */
    Optional<Integer> setInVain(String name) {
        return Optional.ofNullable(setInVain.get(name));
    }

    /** Returns the last cell that failed to declare a name; of use where nothing else did. */
    public Optional<Failed> failed(String name) {
        return Optional.ofNullable(failed.get(name));
    }

    /** Notes that a simple name was imported. */
    void imported(String simple) {
        imported.add(simple);
    }

    /** Notes that a simple name is imported no more. */
    void forgetImport(String simple) {
        imported.remove(simple);
    }

    /** Returns the simple names that were imported because a cell named them. */
    Set<String> imported() {
        return Set.copyOf(imported);
    }

    /** Returns every simple name that a snippet declares. */
    Set<String> declared() {
        var names = new HashSet<>(variables.keySet());
        names.addAll(types.keySet());
        for (var method : methods.values()) {
            names.add(method.name());
        }
        return names;
    }

    /** Returns whether a name is declared here, or a declaration here mentions one that is declared elsewhere. */
    boolean mentions(Set<String> mentioned, Set<String> declaredElsewhere) {
        if (variables.isEmpty() && methods.isEmpty() && types.isEmpty()) {
            return false;
        }
        var names = declared();
        if (mentioned.stream().anyMatch(names::contains)
                || declaredElsewhere.stream().anyMatch(names::contains)) {
            return true;
        }
        return declarations().stream()
                .anyMatch(
                        snippet ->
                                Entry.wordsOf(snippet.source()).stream()
                                        .anyMatch(declaredElsewhere::contains));
    }

    /** Returns the methods and types. */
    List<Snippet> declarations() {
        var all = new ArrayList<Snippet>(methods.values());
        all.addAll(types.values());
        return all;
    }

    public List<VarSnippet> variables() {
        return new ArrayList<>(variables.values());
    }

    public List<MethodSnippet> methods(String name) {
        return methods.values().stream().filter(m -> m.name().equals(name)).toList();
    }

    /** Returns the variables, methods and types of a name. */
    public List<Snippet> named(String name) {
        var all = new ArrayList<Snippet>(types(name));
        all.addAll(methods(name));
        if (variables.containsKey(name)) {
            all.add(variables.get(name));
        }
        return all;
    }

    public List<TypeDeclSnippet> types(String name) {
        return types.values().stream().filter(t -> t.name().equals(name)).toList();
    }

    /** Returns the packages of files that were pasted into cells. */
    public OwnPackages packages() {
        return packages;
    }

    /** Returns the imports that were there before a reset. */
    public ForgottenImports forgotten() {
        return forgotten;
    }

    /** Notes the variables that went with a worker, and how it is said of each: "was lost when …". */
    void lost(List<String> names, UnaryOperator<String> how) {
        lost = List.copyOf(names);
        failed.keySet().removeAll(names);
        // Said when it is asked for: the cell that runs may yet end well.
        names.forEach(name -> goneBy.put(name, () -> how.apply(name)));
    }

    /** Notes names that mean nothing any more, and how it is said of one. */
    void gone(Collection<String> names, String how) {
        names.forEach(name -> goneBy.put(name, () -> how));
        failed.keySet().removeAll(names);
    }

    /** Returns what became of a name that meant something; of use where nothing declares it. */
    public Optional<String> gone(String name) {
        return Optional.ofNullable(goneBy.get(name)).map(Supplier::get);
    }

    /** Returns what went with the last worker that was lost: cells that ran side by side all tell it. */
    List<String> lastLost() {
        return lost;
    }

    /** Notes the static type of a cell's value. */
    void typeOfValue(int count, String type) {
        typesOfValues.put(count, type);
    }

    /** Notes that the values of cells are gone, those of an earlier session with them, and how it is said of one. */
    void valuesGone(Session of, String how) {
        of.typesOfValues.keySet().forEach(count -> goneValues.put(count, how));
        of.goneValues.keySet().forEach(count -> goneValues.putIfAbsent(count, how));
        of.typesOfValues.clear();
    }

    /** Returns what became of the value of a cell; of use where there is none. */
    public Optional<String> goneValue(int count) {
        return Optional.ofNullable(goneValues.get(count));
    }

    Map<Integer, String> typesOfValues() {
        return typesOfValues;
    }
}
