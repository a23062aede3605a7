using GreenhouseBridge;
using NodaTime;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !stop.IsCancellationRequested; // The second Ctrl-C ends the process at once.
    stop.Cancel();
};
using var input = Console.OpenStandardInput();
var app = new App
{
    Input = input,
    Output = Console.Out,
    Error = Console.Error,
    Clock = SystemClock.Instance,
    Secret = Environment.GetEnvironmentVariable,
};
return await app.RunAsync(args, stop.Token);
