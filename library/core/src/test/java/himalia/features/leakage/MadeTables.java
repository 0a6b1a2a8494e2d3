package himalia.features.leakage;

import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables of rows that are drawn one by one, none made from another: of shapes in which rows are alike by nature. */
enum MadeTables {
    PROPORTIONAL {
        @Override
        void row(Random random, List<Double> row) {
            double celsius = random.nextGaussian() * 10;
            row.addAll(List.of(celsius, 32 + 1.8 * celsius));
        }
    },
    PROPORTIONAL_BUT_ROUNDED {
        @Override
        void row(Random random, List<Double> row) {
            double celsius = Math.round(random.nextGaussian() * 100) / 10.0;
            row.addAll(List.of(celsius, Math.round(10 * (32 + 1.8 * celsius)) / 10.0));
        }
    },
    WHOLE_NUMBERS {
        @Override
        void row(Random random, List<Double> row) {
            row.addAll(List.of((double) random.nextInt(200), (double) random.nextInt(200)));
        }
    },
    LARGE_WHOLE_NUMBERS {
        @Override
        void row(Random random, List<Double> row) {
            for (int j = 0; j < 2; j++) {
                row.add((double) Math.round(500 + 100 * random.nextGaussian()));
            }
        }
    },
    REAL_NUMBERS {
        @Override
        void row(Random random, List<Double> row) {
            row.addAll(List.of(random.nextGaussian(), random.nextGaussian()));
        }
    },
    /** Tax by income: rows of one bracket are on a line. */
    BRACKETS {
        @Override
        void row(Random random, List<Double> row) {
            double income = 60 * random.nextDouble();
            double tax = 0;
            for (int from = 10; from < 60; from += 10) {
                tax += 0.1 * Math.max(0, income - from);
            }
            row.addAll(List.of(income, tax));
        }
    },
    /** Prices with and without the tax of their kind, one column for each kind. */
    KINDS_AND_PRICES {
        @Override
        void row(Random random, List<Double> row) {
            int kind = random.nextInt(6);
            for (int j = 0; j < 6; j++) {
                row.add(j == kind ? 1.0 : 0.0);
            }
            double price = 5 + 90 * random.nextDouble();
            row.addAll(List.of(price, price * (kind % 2 == 0 ? 1.07 : 1.19)));
        }
    },
    TENTHS_OF_TWO {
        @Override
        void row(Random random, List<Double> row) {
            for (int j = 0; j < 2; j++) {
                row.add(Math.round(10 * (5 + 0.6 * random.nextGaussian())) / 10.0);
            }
        }
    },
    RARE_EVENTS {
        @Override
        void row(Random random, List<Double> row) {
            for (int j = 0; j < 6; j++) {
                row.add((double) (int) Math.max(0, -Math.log(random.nextDouble()) - 1));
            }
        }
    },
    FLAGS {
        @Override
        void row(Random random, List<Double> row) {
            for (int j = 0; j < 8; j++) {
                row.add(random.nextInt(4) == 0 ? 1.0 : 0.0);
            }
        }
    },
    /** A town has one country, so that the two are equal together. */
    TOWNS {
        @Override
        void row(Random random, List<Double> row) {
            row.add((double) random.nextInt(20));
        }

        @Override
        Table table(long seed, int rows, int rare) {
            var table = super.table(seed, rows, rare);
            var towns = StringColumn.create("town");
            var countries = StringColumn.create("country");
            for (double town : table.doubleColumn(0)) {
                towns.append("town " + (int) town);
                countries.append("country " + (int) town % 7);
            }
            return Table.create("towns", towns, countries, table.column("y"));
        }
    },
    /** Way by time, each car at its speed: lines that all end where the cars that stand are. */
    JOURNEYS {
        @Override
        void row(Random random, List<Double> row) {
            double speed = 30 + 7.3 * random.nextInt(12);
            double time = random.nextInt(10) == 0 ? 0 : random.nextDouble();
            row.addAll(List.of(time, speed * time));
        }
    },
    /** Where the first is missing, a real number and a whole one are left. */
    SOME_MISSING {
        @Override
        void row(Random random, List<Double> row) {
            row.add(random.nextInt(8) == 0 ? Double.NaN : Math.exp(random.nextGaussian()));
            row.addAll(List.of(random.nextGaussian(), 20.0 + random.nextInt(40)));
        }
    },
    /** The same where the mean was put there. */
    SOME_FILLED {
        @Override
        void row(Random random, List<Double> row) {
            row.add(random.nextInt(8) == 0 ? 1.648721 : Math.exp(random.nextGaussian()));
            row.addAll(List.of(random.nextGaussian(), (double) random.nextInt(1000)));
        }
    },
    FIVE_NUMBERS_AND_A_TOWN {
        @Override
        void row(Random random, List<Double> row) {
            for (int j = 0; j < 5; j++) {
                row.add(random.nextGaussian());
            }
        }
    };

    abstract void row(Random random, List<Double> row);

    /** Returns so many rows, the first of which are of the rare class. */
    Table table(long seed, int rows, int rare) {
        var random = Seeds.random(seed);
        var values = new ArrayList<List<Double>>();
        for (int i = 0; i < rows; i++) {
            var row = new ArrayList<Double>();
            row(random, row);
            values.add(row);
        }
        var table = Table.create(name());
        for (int j = 0; j < values.get(0).size(); j++) {
            int column = j;
            table.addColumns(
                    DoubleColumn.create(
                            "x" + j, values.stream().mapToDouble(row -> row.get(column))));
        }
        var y = IntColumn.create("y");
        for (int i = 0; i < rows; i++) {
            y.append(i < rare ? 1 : 0);
        }
        return table.addColumns(y);
    }
}
