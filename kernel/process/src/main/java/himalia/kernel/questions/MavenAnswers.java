package himalia.kernel.questions;

import himalia.kernel.help.LibraryDocuments;
import himalia.kernel.java.Interpreter;
import himalia.kernel.maven.Fetch;
import himalia.kernel.maven.MavenResolver;
import himalia.kernel.maven.MavenResolver.Resolved;
import himalia.kernel.settings.Installation;
import himalia.kernel.workers.Workers;
import himalia.link.question.MavenQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers what {@code %maven} asks: resolves, and puts the jars on the class paths of the worker and the compiler.
 *
 * <p>Where that takes longer than a moment, the answer is {@code fetch}, a number, with how far it is; asked again with
 * that number, the question is answered when it is done, or the fetch is given up where {@code stop} comes with it.
 */
public final class MavenAnswers {
    /** What comes within half a second needs no progress. */
    private static final long MOMENT = 500;

    private static final long NEXT = 200;

    private final Installation home;
    private final Workers workers;
    private final Interpreter interpreter;
    private final LibraryDocuments documents;
    private final List<String> settings;
    private final Set<String> repositories = new LinkedHashSet<>();
    private final Map<Long, Asked> fetches = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private @Nullable MavenResolver resolver;

    /** Answers with the settings of Maven that {@code settings} names, if it names any. */
    public MavenAnswers(
            Installation home,
            Workers workers,
            Interpreter interpreter,
            LibraryDocuments documents,
            List<String> settings) {
        this.home = home;
        this.documents = documents;
        this.workers = workers;
        this.interpreter = interpreter;
        this.settings = List.copyOf(settings);
    }

    private record Asked(Fetch<Resolved> fetch, boolean first) {}

    /** Says that it answers. */
    public void register(Questions questions) {
        questions.put(MavenQuestion.NAME, MavenQuestion::from, this::answer);
    }

    private Map<String, ?> answer(long cell, MavenQuestion question) {
        if (question.fetch() > 0) {
            var asked = fetches.get(question.fetch());
            if (asked == null) {
                throw new IllegalArgumentException("nothing is being fetched any more; ask again");
            }
            if (question.stop()) {
                asked.fetch().giveUp();
                fetches.remove(question.fetch());
                return Map.of();
            }
            return next(cell, question.fetch(), asked, NEXT);
        }
        var request = request(question.words());
        if (!request.containsKey("coordinates") && !request.containsKey("pom")) {
            return Map.of("repositories", request.getOrDefault("repositories", List.of()));
        }
        var by = resolver();
        boolean first = request.containsKey("first");
        if (first) {
            request.put("alone", List.of());
        }
        if (workers.addedJars().isEmpty()) {
            by.forget();
        }
        long number = count.incrementAndGet();
        var asked = new Asked(new Fetch<>(watcher -> by.resolve(request, watcher)), first);
        fetches.put(number, asked);
        return next(cell, number, asked, MOMENT);
    }

    private synchronized Map<String, List<String>> request(Map<String, List<String>> words) {
        var request = new LinkedHashMap<>(words);
        repositories.addAll(request.getOrDefault("remember", List.of()));
        var urls = new ArrayList<>(request.getOrDefault("repositories", List.of()));
        urls.addAll(repositories);
        request.put("repositories", urls);
        if (!settings.isEmpty()) {
            request.putIfAbsent("settings", settings);
        }
        return request;
    }

    private Map<String, ?> next(long cell, long number, Asked asked, long patience) {
        try {
            var resolved = asked.fetch().await(patience);
            if (resolved.isEmpty()) {
                var answer = new LinkedHashMap<String, Object>(asked.fetch().progress());
                answer.put("fetch", number);
                return answer;
            }
            fetches.remove(number);
            documents.added(resolved.get().jars(), resolved.get().added());
            documents.fetched(resolved.get().sources());
            return asked.first() ? putFirst(cell, resolved.get()) : add(cell, resolved.get());
        } catch (IllegalArgumentException e) {
            fetches.remove(number);
            throw e;
        }
    }

    private Map<String, List<String>> add(long cell, Resolved resolved) {
        WorkerAnswers.add(cell, workers, interpreter, resolved.jars());
        resolver().added(resolved.added());
        return report(resolved, resolved.added(), resolved.notes());
    }

    /** Has a new worker started in which the jars stand before ours. */
    private Map<String, List<String>> putFirst(long cell, Resolved resolved) {
        var ours = preloaded();
        var jars = new ArrayList<String>();
        var added = new ArrayList<String>();
        var notes = new ArrayList<>(resolved.notes());
        for (int i = 0; i < resolved.jars().size(); i++) {
            var coordinate = resolved.added().get(i);
            if (ours.contains(coordinate)) {
                continue;
            }
            jars.add(resolved.jars().get(i));
            added.add(coordinate);
            var name = coordinate.substring(0, coordinate.lastIndexOf(':') + 1);
            ours.stream()
                    .filter(each -> each.startsWith(name) && each.lastIndexOf(':') < name.length())
                    .forEach(each -> notes.add(coordinate + " stands before our " + each));
        }
        if (!jars.isEmpty()) {
            var before = workers.settings();
            var order = new LinkedHashSet<>(jars);
            order.addAll(before.first());
            var first = List.copyOf(order);
            interpreter.thenPutFirst(
                    cell,
                    first,
                    () -> workers.settings(before.behind(first)),
                    () -> workers.settings(before));
            resolver().added(added);
        }
        return report(resolved, added, notes);
    }

    private List<String> preloaded() {
        try {
            return resolver().preloaded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> report(
            Resolved resolved, List<String> added, List<String> notes) {
        var all = new ArrayList<>(notes);
        resolved.sources()
                .forEach(
                        each ->
                                all.add(
                                        "Shift+Tab shows the documentation of "
                                                + each.split(" ", 2)[0]));
        return Map.of(
                "added",
                added,
                "notes",
                all,
                "lock",
                resolved.lock(),
                "sources",
                resolved.sources());
    }

    private synchronized MavenResolver resolver() {
        var known = resolver;
        if (known == null) {
            Path folder = home.folder();
            if (folder == null) {
                throw new IllegalArgumentException(
                        "%maven needs an installed Himalia; build one with './himalia install'");
            }
            known = new MavenResolver(folder);
            resolver = known;
        }
        return known;
    }
}
