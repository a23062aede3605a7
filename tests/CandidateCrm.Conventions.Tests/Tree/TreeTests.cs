namespace CandidateCrm.Conventions.Tree;

public sealed class TreeTests
{
    private static readonly string[] TextFiles = [".cs", ".csproj", ".props", ".targets", ".md", ".json", ".config", ".sh", ".txt", ".sln", ".yml", ".editorconfig", ""];

    [Fact]
    public void No_file_names_a_path_of_one_machine() =>
        Convention.Holds(Everything().Where(path => TextFiles.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .SelectMany(path => TreeRules.NoPathOfOneMachine(path, Repository.Read(path))));

    [Fact]
    public void Folders_and_types_have_names_that_say_something()
    {
        Convention.Holds(Everything().SelectMany(TreeRules.NoFolderThatSaysNothing));
        Convention.Holds(TreeRules.NoTypeThatSaysNothing(Repository.Packages.SelectMany(package => package.Assembly.GetTypes())));
    }

    [Fact]
    public void The_package_configuration_names_no_host() => Convention.Holds(TreeRules.NoHost(Repository.Read("nuget.config")));

    [Fact]
    public void Links_between_pages_lead_somewhere() =>
        Convention.Holds(Everything().Where(path => path.EndsWith(".md", StringComparison.Ordinal)).SelectMany(path =>
            TreeRules.NoLinkToNowhere(path, Repository.Read(path), target => Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.At(path))!, target)))));

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("docs/capabilities.md")]
    [InlineData("docs/performance.md")]
    [InlineData("docs/events.md")]
    [InlineData("docs/telemetry.md")]
    public void A_newcomer_finds(string page) => Assert.NotEmpty(Repository.Read(page));

    [Fact]
    public void The_licence_is_the_one_that_the_packages_state() =>
        Assert.StartsWith("MIT License", Repository.Read("LICENSE"), StringComparison.Ordinal);

    [Theory]
    [InlineData("test.sh")]
    [InlineData(".ci/run")]
    public void A_script_can_be_run(string script)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(Repository.At(script)).HasFlag(UnixFileMode.UserExecute), script + " has no run bit.");
        }

        Assert.StartsWith("#!/usr/bin/env bash\n", Repository.Read(script), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see {0}home{0}me/file", 1)]
    [InlineData("rm {0}tmp{0}x and C:\\Users", 2)]
    [InlineData("a/home/b, https://example.org/home/b, ../work/c", 0)]
    public void A_path_of_one_machine_is_found(string text, int faults) =>
        Assert.Equal(faults, TreeRules.NoPathOfOneMachine("a.md", text.Replace("{0}", "/", StringComparison.Ordinal)).Count());

    [Fact]
    public void A_name_that_says_nothing_a_host_and_a_dead_link_are_found()
    {
        Assert.Single(TreeRules.NoFolderThatSaysNothing("src/X/Helpers/A.cs"));
        Assert.Empty(TreeRules.NoFolderThatSaysNothing("src/X/Charter/Helpers.cs"));
        Assert.Single(TreeRules.NoTypeThatSaysNothing([typeof(DateUtils), typeof(TreeTests)]));
        Assert.Single(TreeRules.NoHost("<add key='a' value='https://example.org' />"));
        Assert.Single(TreeRules.NoLinkToNowhere("a.md", "[b](b.md), [c](https://example.org), [d](#d)", _ => false));
    }

    private static IEnumerable<string> Everything() => Repository.Files(Repository.Root, "*").Select(Repository.Relative);

    private static class DateUtils;
}
