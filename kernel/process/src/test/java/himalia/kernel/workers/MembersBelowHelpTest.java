package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tab and Shift+Tab know behind the dot of what stands further below in the cell, or has a type parameter's bound. */
@Timeout(60)
class MembersBelowHelpTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static List<String> complete(String code) {
        return cells.offered(code.replace("|", ""), code.indexOf('|'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            textBlock =
                    """
                    class C { void m() { names.subL| } List<String> names = new ArrayList<>(); }  # subList
                    class C { void m() { this.names.subL| } List<String> names = List.of(); }     # subList
                    class C { static void m() { names.subL| } static List<String> names; }        # subList
                    class C { void m() { names.get(0).tri| } List<String> names; }                # trim
                    class C { void m() { helper().tri| } String helper() { return ""; } }         # trim
                    class C { void m() { for (var n : names) { n.tri| } } List<String> names; }   # trim
                    class C { void m() { names.forEach(n -> n.tri|) } List<String> names; }       # trim
                    class C { void m() { this.nam| } List<String> names; }                        # names
                    class C { class D { void m() { names.subL| } } List<String> names; }          # subList
                    class C { int v = name.leng| ; String name; }                                 # length
                    enum E { A; int m() { return name.leng| } String name; }                      # length
                    void f() { helper().tri| }\\nString helper() { return ""; }                   # trim
                    helper().tri|\\nString helper() { return ""; }                                # trim
                    int i = 1;\\nString helper() { return ""; }\\nhelper().tri|                   # trim
                    void f() { new Low().li| }\\nclass Low { int lim; }                           # lim
                    void f() { Low.li| }\\nclass Low { static int lim; }                          # lim
                    class C { void f(Low low) { low.li| } }\\nrecord Low(int lim) { }             # lim lim
                    void f() { all.subL| }\\nList<String> all = List.of();                        # subList
                    class B<T extends Comparable<T> & Runnable> { T it; void f() { it.ru| } }     # run
                    class B<T extends Comparable<T> & Runnable> { T it; void f() { it.compa| } }  # compareTo
                    class B<T extends Comparable<T> & Runnable> { void f() { it.ru| } T it; }     # run
                    <T extends Number & Comparable<T>> int f(T q) { return q.compa|               # compareTo
                    <T extends Number & Comparable<T>> int f(T q) { return q.intV|                # intValue
                    class B<V extends Comparable<V>> { List<V> v; void f() { v.get(0).compa| } }  # compareTo
                    class B<K, V extends Runnable> { V it; void f() { it.ru| } }                  # run
                    void f(List<? extends Number> l) { l.get(0).intV|                             # intValue
                    class C { int f(C o) { return o.low| } int low; }                             # low
                    class C { C() { this.low| } int low; void lower() { } }                       # low lower
                    class C { void m() { Runnable r = this::low| } void lower() { } int low; }    # lower
                    void f() { Supplier<Low> s = Low::ne| }\\nrecord Low(int a) { }               # new
                    <T> int f(T q) { return q.hashC|                                              # hashCode
                    class B<T> { List<T> all; int f() { return all.get(0).hashC| } }              # hashCode
                    static <T extends Runnable> void f(T q) { q.ru|                               # run
                    <T extends Map<String, List<String>> & Runnable> void f(T q) { q.ru|          # run
                    """)
    void whatStandsBelowIsKnown(String code, String name) {
        assertThat(complete(code.strip().replace("\\n", "\n"))).containsExactly(name.split(" "));
    }

    @Test
    void ofAnotherTypesParameterTheBoundIsNone() {
        assertThat(
                        complete(
                                "class A<T extends Runnable> { } class B<T> { T it; void f() { it.ru| } }"))
                .isEmpty();
    }

    @Test
    void soItIsWhereItsDocumentationIsAskedFor() {
        assertThat(inspect("class C { void m() { names.subList| } List<String> names; }"))
                .contains(".subList(int");
        assertThat(inspect("class C { void m() { names.subList(1| } List<String> names; }"))
                .contains(".subList(int");
    }

    private static String inspect(String code) {
        int cursor = code.indexOf('|');
        return cells.help().inspect(code.replace("|", ""), cursor, false).orElseThrow().text();
    }
}
