package himalia.kernel.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes a program by chance of types above each other and what makes and takes their objects, in any order and grouping;
 * then slips in one of them, mended in a later cell, as a lesson goes. In the end all is used.
 */
final class Hierarchies {
    private static final List<String> USES =
            List.of(
                    "say(new Low(3))",
                    "Maker.of(2).name()",
                    "new Box(new Side()).label()",
                    "new Low(4).accept(new Count()) + new Side().accept(new Count())",
                    "java.util.List.of(Maker.of(1), new Side()).get(1).twice(5)");

    /** What only programs with visitors have: without them fewer types hang together. */
    private static final String ACCEPTS = " int accept(Visitor v) { return v.visit(this); }";

    private final Random chance;
    private final boolean visited;
    private final List<What> what;
    private final List<String> uses;

    Hierarchies(Random chance) {
        this.chance = chance;
        this.visited = chance.nextInt(3) == 0;
        this.what = Arrays.stream(What.values()).filter(each -> visited || !each.visits()).toList();
        this.uses = USES.stream().filter(each -> visited || !each.contains("accept")).toList();
    }

    /** Returns the cells of the program. */
    List<String> cells() {
        var all = new ArrayList<String>();
        for (var what : what) {
            all.add(text(what, false));
        }
        if (chance.nextBoolean()) {
            Collections.shuffle(all, chance);
        }
        var cells = new ArrayList<String>();
        while (!all.isEmpty()) {
            int some = Math.min(all.size(), 1 + chance.nextInt(3));
            cells.add(String.join("\n", all.subList(0, some)));
            all.subList(0, some).clear();
        }
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            slip(cells);
        }
        cells.addAll(uses);
        return cells;
    }

    private void slip(List<String> cells) {
        var slipped = what.get(chance.nextInt(what.size()));
        cells.add(text(slipped, true));
        if (chance.nextInt(3) == 0) {
            cells.add("int between = 1;");
        }
        cells.add(text(slipped, false));
        if (chance.nextBoolean()) {
            cells.add(uses.get(chance.nextInt(uses.size())));
        }
    }

    private String text(What each, boolean slip) {
        var text = each.text(slip, chance.nextInt(9));
        return visited ? text : text.replace(ACCEPTS, "");
    }

    /** What it declares; with a slip it asks more of those below, or gives less. */
    private enum What {
        TOP(
                "interface Top { String name();%s default int twice(int a) { return 2 * a + %d; } }",
                " int more();"),
        MIDDLE(
                "abstract class Middle implements Top { public String name() { return \"m\" + size();%s } abstract int size(); int own = %d; }",
                " } abstract int less() ;{"),
        LOW(
                "class Low extends Middle { int n; Low(int n%s) { this.n = n; } int size() { return n + %d; } int accept(Visitor v) { return v.visit(this); } }",
                ", int m"),
        SIDE(
                "class Side implements Top { public String name%s() { return \"s%d\"; } int accept(Visitor v) { return v.visit(this); } }",
                "d"),
        VISITOR(
                "interface Visitor { int visit(Low l); int visit(Side s);%s default int depth() { return %d; } }",
                " int visit(Maker m);"),
        COUNT(
                "class Count implements Visitor { public int visit(Low l) { return l.n; } public int visit%s(Side s) { return %d; } }",
                "ed"),
        MAKER("class Maker { static Top of(int n%s) { return new Low(n + %d); } }", ", int m"),
        BOX("record Box(Top top%s) { String label() { return top.name() + %d; } }", ", int m"),
        SAY("String say(Top t%s) { return t.name() + %d; }", ", int m");

        private final String text;
        private final String slip;

        What(String text, String slip) {
            this.text = text;
            this.slip = slip;
        }

        boolean visits() {
            return this == VISITOR || this == COUNT;
        }

        String text(boolean slipped, int number) {
            return text.formatted(slipped ? slip : "", number);
        }
    }
}
