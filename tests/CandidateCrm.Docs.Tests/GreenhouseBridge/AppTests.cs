using System.Text;
using CandidateCrm.Testing;
using GreenhouseBridge;
using GreenhouseBridge.Webhooks;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>The sample from its command line.</summary>
public sealed class AppTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("greenhouse-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_takes_a_folder_and_says_what_came_of_each()
    {
        SaveAll();
        var exit = await RunAsync("", _folder.FullName, "--interview", $"{OwnPayloads.Interview}={OwnPayloads.Application}");

        Assert.Equal(ExitCode.Clean, exit);
        var text = _output.ToString();
        Assert.Contains("new_candidate_application: recorded", text, StringComparison.Ordinal);
        Assert.Contains("department_deleted: ignored, because how the company is organised stays with the host", text, StringComparison.Ordinal);
        Assert.Contains("candidate 11: ", text, StringComparison.Ordinal);
        Assert.Contains("erased", text, StringComparison.Ordinal);
        Assert.DoesNotContain("given-11", text, StringComparison.Ordinal);
        Assert.Contains("not checked", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_named_and_is_no_clean_end()
    {
        Save("offer.json", OwnPayloads.Of("offer_created"));

        Assert.Equal(ExitCode.WithFindings, await RunAsync("", _folder.FullName));
        Assert.Contains("Nothing has said yet whose application:101 is.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_secret_only_what_is_signed_goes_in()
    {
        var ours = new WebhookSignature("our secret");
        var payload = OwnPayloads.Of("new_candidate_application");
        Save("1-signed.json", payload);
        Save("1-signed.json.signature", ours.Sign(Encoding.UTF8.GetBytes(payload)) + "\n");
        Save("2-forged.json", OwnPayloads.Of("delete_candidate"));
        Save("2-forged.json.signature", ours.Sign(Encoding.UTF8.GetBytes(payload)));
        Save("3-bare.json", OwnPayloads.Of("delete_candidate"));

        Assert.Equal(ExitCode.WithFindings, await RunAsync("", _folder.FullName, "--secret-from", "OUR_SECRET"));
        var text = _output.ToString();
        Assert.Contains("1 recorded, 2 refused.", text, StringComparison.Ordinal);
        Assert.Contains("2-forged.json: no action: refused", text, StringComparison.Ordinal);
        Assert.Contains("application 101: Live at application-review", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reads_one_payload_from_standard_input()
    {
        var payload = OwnPayloads.Of("new_candidate_application");
        var header = new WebhookSignature("our secret").Sign(Encoding.UTF8.GetBytes(payload));

        Assert.Equal(ExitCode.Clean, await RunAsync(payload, "-", "--secret-from", "OUR_SECRET", "--signature", header));
        Assert.Contains("-: new_candidate_application: recorded", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is nothing to read")]
    [InlineData("There is no nowhere.json.", "nowhere.json")]
    [InlineData("There is no option --fast here.", "x", "--fast", "1")]
    [InlineData("There is no option -f here.", "-f")]
    [InlineData("--signature needs a value.", "-", "--signature")]
    [InlineData("--interview is two numbers", "-", "--interview", "31")]
    [InlineData("--interview is two numbers", "-", "--interview", "31=x")]
    [InlineData("The environment variable NOTHING holds no secret.", "-", "--secret-from", "NOTHING")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] args)
    {
        Assert.Equal(ExitCode.NothingDone, await RunAsync("", args));
        Assert.Contains(sentence, _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task An_empty_folder_is_said()
    {
        Assert.Equal(ExitCode.NothingDone, await RunAsync("", _folder.FullName));
        Assert.Contains("there is no *.json file", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_stopped_and_explains_itself()
    {
        SaveAll();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.Equal(ExitCode.Stopped, await RunAsync("", stop.Token, _folder.FullName));
        Assert.Equal(ExitCode.Clean, await RunAsync("", "--help"));
        Assert.Contains("--secret-from", _output.ToString(), StringComparison.Ordinal);
    }

    private void Save(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private void SaveAll()
    {
        for (var i = 0; i < OwnPayloads.All.Length; i++)
        {
            Save($"{i:00}-{OwnPayloads.ActionOf(OwnPayloads.All[i])}.json", OwnPayloads.All[i]);
        }
    }

    private Task<int> RunAsync(string input, params string[] args) => RunAsync(input, CancellationToken.None, args);

    private async Task<int> RunAsync(string input, CancellationToken cancellationToken, params string[] args)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var app = new App
        {
            Input = stream,
            Output = _output,
            Error = _error,
            Clock = new ManualClock(BridgeUnderTest.Now),
            Secret = name => name == "OUR_SECRET" ? "our secret" : null,
        };
        return await app.RunAsync(args, cancellationToken);
    }
}
