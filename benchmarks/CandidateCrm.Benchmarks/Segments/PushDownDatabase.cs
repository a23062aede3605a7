using CandidateCrm.Segments;
using Npgsql;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>A database of a million people with the indexes that somebody who knows the questions would make. It is filled once, and kept on the server.</summary>
internal static class PushDownDatabase
{
    private const string Variable = "CANDIDATECRM_POSTGRES";
    private const string Name = "candidatecrm_t06";

    /// <summary>Gets the tables as rules read them.</summary>
    internal static SqlTable People { get; } = new()
    {
        Name = "person",
        Columns = new Dictionary<string, SqlColumn>
        {
            ["country"] = new() { Name = "country" },
            ["open"] = new() { Name = "is_open" },
            ["age"] = new() { Name = "age" },
            ["contactedAt"] = new() { Name = "contacted_at", Instants = SqlInstants.TimestampWithTimeZone },
            ["name"] = new() { Name = "name", Upper = "name_upper" },
        },
        Items = new Dictionary<string, SqlItems>
        {
            ["skills"] = new()
            {
                Table = new SqlTable { Name = "person_skill", Columns = new Dictionary<string, SqlColumn> { [""] = new() { Name = "skill", Upper = "skill_upper" } } },
                Joins = [new SqlJoin { Outer = "id", Inner = "person_id" }],
            },
        },
    };

    private const string Script =
        """
        create table person (id integer primary key, country text, is_open boolean, age smallint, contacted_at timestamptz, name text, name_upper text);
        select setseed(0.17);
        insert into person
            select id, country, is_open, age, contacted_at, name, upper(name)
            from (select id,
                    (array['DE', 'DE', 'DE', 'FR', 'AT', 'NL', 'ES', 'PL', null])[1 + floor(random() * 9)] as country,
                    random() < 0.6 as is_open,
                    case when random() < 0.92 then 18 + floor(random() * 45) end as age,
                    case when random() < 0.8 then timestamptz '2026-03-09T12:00:00Z' - random() * interval '400 days' end as contacted_at,
                    chr(65 + floor(random() * 26)::integer) || (array['a', 'e', 'i', 'o', 'u'])[1 + floor(random() * 5)] || (array['nn', 'rt', 'll'])[1 + floor(random() * 3)]
                        || floor(random() * 10000) as name
                from generate_series(1, 1000000) id) made;
        create table person_skill (person_id integer, skill text, skill_upper text, primary key (person_id, skill_upper));
        insert into person_skill
            select id, skill, upper(skill) from person cross join unnest(array['C#', 'F#', 'SQL', 'Go', 'Rust', 'Java', 'Python', 'Cobol']) skill where random() < 0.25;
        create index on person (country, age) where is_open;
        create index on person (name_upper text_pattern_ops);
        create index on person (contacted_at);
        create index on person_skill (skill_upper, person_id);
        create table filled ();
        """;

    /// <summary>Opens the database, and fills it the first time.</summary>
    internal static NpgsqlConnection Open()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(server))
        {
            throw new InvalidOperationException($"{Variable} has to say which PostgreSQL server this may use, as in docs/performance.md.");
        }

        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = Name, CommandTimeout = 0 }.ConnectionString);
        if (IsFilled(server))
        {
            connection.Open();
            return connection;
        }

        using (var admin = new NpgsqlConnection(server))
        {
            admin.Open();
            Run(admin, $"drop database if exists {Name}");
            Run(admin, $"create database {Name}");
        }

        connection.Open();
        Run(connection, Script);
        Run(connection, "vacuum analyze");
        return connection;
    }

    private static bool IsFilled(string server)
    {
        using var admin = new NpgsqlConnection(server);
        admin.Open();
        using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{Name}'", admin);
        if (exists.ExecuteScalar() is null)
        {
            return false;
        }

        using var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = Name, Pooling = false }.ConnectionString);
        database.Open();
        using var filled = new NpgsqlCommand("select 1 from pg_tables where tablename = 'filled'", database);
        return filled.ExecuteScalar() is not null;
    }

    private static void Run(NpgsqlConnection connection, string text)
    {
        using var command = new NpgsqlCommand(text, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
