package himalia.worker;

import himalia.link.LinkMessage;
import java.util.ArrayList;
import java.util.Map;

/** Answers which variables hold anything, without asking what they hold for its text. */
final class HeldValues implements CellThread.Job {
    private final LinkMessage request;
    private final SnippetClasses classes;

    HeldValues(LinkMessage request, SnippetClasses classes) {
        this.request = request;
        this.classes = classes;
    }

    @Override
    public long cell() {
        return -1;
    }

    @Override
    public LinkMessage run() throws ReflectiveOperationException {
        var names = request.list("fields");
        var owners = request.list("classes");
        var held = new ArrayList<Boolean>();
        for (int i = 0; i < names.size(); i++) {
            var value = classes.value(owners.get(i).toString(), names.get(i).toString());
            held.add(value != null);
        }
        return new LinkMessage("done", Map.of("held", held));
    }
}
