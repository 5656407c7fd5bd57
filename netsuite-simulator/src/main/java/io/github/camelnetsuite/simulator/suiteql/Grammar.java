package io.github.camelnetsuite.simulator.suiteql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses what is not a SELECT over the visible tables with functions SuiteQL has. */
final class Grammar {

    /** NetSuite help, "SuiteQL supported built-in functions", as far as H2 has them with the same meaning. */
    private static final Set<String> FUNCTIONS = Set.of(
            "ABS",
            "ADD_MONTHS",
            "AVG",
            "BUILTIN.DF",
            "CAST",
            "CEIL",
            "COALESCE",
            "CONCAT",
            "COUNT",
            "DECODE",
            "EXTRACT",
            "FLOOR",
            "GREATEST",
            "INSTR",
            "LEAST",
            "LENGTH",
            "LISTAGG",
            "LOWER",
            "LPAD",
            "LTRIM",
            "MAX",
            "MIN",
            "MOD",
            "NULLIF",
            "NVL",
            "NVL2",
            "REPLACE",
            "ROUND",
            "ROW_NUMBER",
            "RANK",
            "DENSE_RANK",
            "RPAD",
            "RTRIM",
            "SIGN",
            "SUBSTR",
            "SUM",
            "TO_CHAR",
            "TO_DATE",
            "TO_NUMBER",
            "TO_TIMESTAMP",
            "TRIM",
            "TRUNC",
            "UPPER");

    private static final Set<String> BEFORE_PARENTHESIS = Set.of(
            "AND",
            "OR",
            "NOT",
            "IN",
            "EXISTS",
            "WHERE",
            "ON",
            "FROM",
            "JOIN",
            "SELECT",
            "WHEN",
            "THEN",
            "ELSE",
            "CASE",
            "BY",
            "DISTINCT",
            "ANY",
            "ALL",
            "SOME",
            "UNION",
            "INTERSECT",
            "MINUS",
            "EXCEPT",
            "HAVING",
            "AS",
            "OVER",
            "BETWEEN",
            "LIKE",
            "VARCHAR",
            "VARCHAR2",
            "DECIMAL",
            "NUMBER",
            "NUMERIC",
            "GROUP",
            "WITHIN");

    private static final Set<String> FORBIDDEN = Set.of(
            "INTO",
            "TABLE",
            "VALUES",
            "FOR",
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "CALL",
            "EXECUTE",
            "SET",
            "CREATE",
            "DROP",
            "ALTER",
            "TRUNCATE",
            "GRANT",
            "REVOKE",
            "SCRIPT",
            "RUNSCRIPT",
            "BACKUP",
            "SHUTDOWN",
            "UNNEST",
            "EXPLAIN",
            "SHOW",
            "INFORMATION_SCHEMA",
            "PUBLIC",
            "PG_CATALOG",
            "QUALIFY",
            "RECURSIVE",
            "NEXTVAL",
            "CURRVAL");

    private static final int MAX_IN_LIST = 1000;

    private Grammar() {}

    static void check(List<Token> tokens) throws SuiteQlRefused {
        if (!tokens.get(0).is("SELECT") && !tokens.get(0).is("WITH")) {
            throw SuiteQlRefused.unsupported();
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isName()) {
                checkName(token);
                boolean opens = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
                if (opens && !FUNCTIONS.contains(token.name()) && !BEFORE_PARENTHESIS.contains(token.name())) {
                    throw SuiteQlRefused.unsupported();
                }
                if (opens && token.is("IN")) {
                    checkInList(tokens, i + 2);
                }
            }
        }
    }

    private static void checkName(Token token) throws SuiteQlRefused {
        for (String part : token.name().split("\\.", -1)) {
            if (FORBIDDEN.contains(part)) {
                throw SuiteQlRefused.unsupported();
            }
            if (part.startsWith("X_")) {
                throw SuiteQlRefused.unknownColumn(part.toLowerCase(Locale.ROOT), "");
            }
        }
    }

    private static void checkInList(List<Token> tokens, int from) throws SuiteQlRefused {
        int depth = tokens.get(from - 1).depth();
        int items = 1;
        for (int i = from; i < tokens.size() && tokens.get(i).depth() >= depth; i++) {
            if (tokens.get(i).depth() == depth && tokens.get(i).is(",")) {
                items++;
            }
        }
        if (items > MAX_IN_LIST) {
            throw SuiteQlRefused.unsupported();
        }
    }
}
