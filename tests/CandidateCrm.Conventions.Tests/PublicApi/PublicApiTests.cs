namespace CandidateCrm.Conventions.PublicApi;

public sealed class PublicApiTests
{
    public static TheoryData<string> Packages => [.. Repository.Packages.Select(package => package.Name)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_one_that_was_reviewed(string package)
    {
        var found = Repository.Packages.Single(each => each.Name == package);
        var file = Path.Combine(found.Folder, "PublicApi.txt");
        var actual = ApiText.Of(found.Assembly.GetTypes());
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
        {
            File.WriteAllText(file, string.Concat(actual.Select(line => line + "\n")));
        }

        var reviewed = File.Exists(file) ? File.ReadAllLines(file) : [];
        Convention.Holds(Differences(Repository.Relative(file), reviewed, actual));
    }

    [Fact]
    public void A_member_that_came_or_went_is_named_with_its_type()
    {
        string[] reviewed = ["sealed class A", "    int Gone()", "sealed class B", "    int Same()"];
        string[] actual = ["sealed class A", "sealed class B", "    int Came()", "    int Same()"];

        var lines = Differences("PublicApi.txt", reviewed, actual).ToList();

        Assert.Contains("- sealed class A >     int Gone()", lines);
        Assert.Contains("+ sealed class B >     int Came()", lines);
        Assert.DoesNotContain(lines, line => line.Contains("Same", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_is_written_as_a_reader_would_write_it()
    {
        var lines = ApiText.Of([typeof(SampleOfPublicApi)]);

        Assert.Equal(
            [
                "sealed record class CandidateCrm.Conventions.PublicApi.SampleOfPublicApi",
                "    SampleOfPublicApi()",
                "    const int Most = 5",
                "    required string? Name { get; init; }",
                "    static bool TryFind<T>(string text, out IReadOnlyList<string?> found, int max = 3) where T : struct",
            ],
            lines);
    }

    private static List<string> Differences(string file, IReadOnlyList<string> reviewed, IReadOnlyList<string> actual)
    {
        var before = Qualified(reviewed).ToList();
        var after = Qualified(actual).ToList();
        var changes = before.Except(after, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => "+ " + line)).ToList();
        if (changes.Count > 0)
        {
            changes.Insert(0, $"{file} differs from the assembly; if that is meant, run this test with UPDATE_PUBLIC_API=1 and review the change:");
        }

        return changes;
    }

    /// <summary>Puts the type before each of its members, so that equal members of two types stay apart.</summary>
    private static IEnumerable<string> Qualified(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            var isMember = line.StartsWith(' ');
            type = isMember ? type : line;
            yield return isMember ? $"{type} > {line}" : line;
        }
    }
}

/// <summary>What the test above writes as text.</summary>
public sealed record SampleOfPublicApi
{
    public const int Most = 5;

    public required string? Name { get; init; }

    public static bool TryFind<T>(string text, out IReadOnlyList<string?> found, int max = 3)
        where T : struct
    {
        found = [text, null, typeof(T).Name, max.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        return true;
    }
}
